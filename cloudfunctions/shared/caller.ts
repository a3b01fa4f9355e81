/** Who may call a function; `callerKinds` tells what each stands for. */
export type CallerKind = 'user' | 'timer' | 'function'

/** Who calls, as the platform vouches for it. Nothing here can be set by a client. */
export interface Caller {
  /** The user of the mini program; absent for a timer, and for a function that acts for no user. */
  openid?: string
  /** The mini program that the user is in. */
  appid?: string
  /** Present only if the conditions for a UnionID are met. */
  unionid?: string
  /** The environment that the function runs in; `local` while DevTools debugs it locally. */
  env?: string
  /**
   * Where the call comes from, as the platform writes it: `wx_client`, `wx_devtools`, `wx_trigger`, ..., and for a
   * call from another function the whole way, such as `wx_client,scf`.
   */
  source?: string
}

/** A caller with an identity. */
export type UserCaller = Caller & { openid: string }

/**
 * Reads the caller from what the SDK's `getWXContext()` returns.
 * https://developers.weixin.qq.com/minigame/dev/wxcloud/reference-sdk-api/utils/Cloud.getWXContext.md
 */
export function readCaller(wxContext: Readonly<Record<string, unknown>>): Caller {
  const caller: Caller = {}
  for (const key of ['openid', 'appid', 'unionid', 'env', 'source'] as const) {
    const value = wxContext[key.toUpperCase()]
    // An empty variable is as good as none; and the SDK has turned values of digits into numbers.
    if (value !== undefined && value !== '') caller[key] = String(value)
  }
  return caller
}

/**
 * What a caller counts as. One call can be two things: a function that acts for a user (`wx_client,scf` with an
 * OPENID) is a `user` to a function that wants an identity, and a `function` to one that is internal.
 *
 * - `user`: there is an OPENID. The platform hands it along from function to function.
 * - `timer`: a timer called, directly.
 * - `function`: another function called, with or without a user behind it.
 */
export function callerKinds({ openid, source }: Caller): ReadonlySet<CallerKind> {
  const kinds = new Set<CallerKind>()
  if (openid !== undefined) kinds.add('user')
  const last = source?.split(',').at(-1)?.trim()
  if (last === 'wx_trigger') kinds.add('timer')
  if (last === 'scf') kinds.add('function')
  return kinds
}
