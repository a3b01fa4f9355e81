/** What the platform tells a function about a call; `undefined` for what it does not tell. */
export interface WxContext {
  openid?: string
  unionid?: string
  /** @default 'wx_client' if there is an OPENID */
  source?: string
}

const names = ['WX_CONTEXT_KEYS', 'WX_OPENID', 'WX_APPID', 'WX_UNIONID', 'TCB_SOURCE', 'TCB_ENV'] as const

/**
 * Runs a call in the environment variables of the real runtime, from which the SDK's `getWXContext()` reads, and
 * puts back what was there.
 */
export async function inContext<Result>(context: WxContext, call: () => Promise<Result>): Promise<Result> {
  const { openid, unionid, source = openid && 'wx_client' } = context
  const before = names.map(name => [name, process.env[name]] as const)
  set({
    WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID,WX_UNIONID',
    WX_OPENID: openid,
    WX_APPID: openid && 'wx0000000000000000',
    WX_UNIONID: unionid,
    TCB_SOURCE: source,
    TCB_ENV: 'dev-local',
  })
  try {
    return await call()
  } finally {
    set(Object.fromEntries(before))
  }
}

/** Runs a call of a user in the mini program. */
export function asUser<Result>(call: () => Promise<Result>): Promise<Result> {
  return inContext({ openid: 'oUSER0000000000000000000001' }, call)
}

function set(variables: Record<string, string | undefined>): void {
  for (const [name, value] of Object.entries(variables)) {
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
  }
}
