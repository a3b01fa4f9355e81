import type { AccessToken } from './access-token'

/** A token as WeChat issues it. */
export interface IssuedToken {
  token: string
  /** Seconds. */
  expiresIn: number
}

/** WeChat advises to renew a token of two hours after 1 h 50 min. */
const RENEW_EARLY_MS = 10 * 60 * 1000

/** Keeps a token until shortly before it expires. However many ask for one meanwhile, one request is on its way. */
export function cachedAccessToken(request: () => Promise<IssuedToken>, now: () => number): AccessToken {
  let current: { token: string; renewAt: number } | undefined
  let pending: Promise<string> | undefined

  const issue = async () => {
    const start = now()
    const { token, expiresIn } = await request()
    const lifetime = expiresIn * 1000
    current = { token, renewAt: start + lifetime - Math.min(RENEW_EARLY_MS, lifetime / 2) }
    return token
  }
  const get = async () => {
    if (current && now() < current.renewAt) return current.token
    pending ??= issue().finally(() => {
      pending = undefined
    })
    return pending
  }
  return {
    get,
    renew(refused) {
      if (current?.token === refused) current = undefined
      return get()
    },
  }
}
