import type { AccessToken } from './access-token'

/** A token that something else keeps fresh, such as a token service of the platform. It cannot be renewed from here. */
export function fixedAccessToken(token: string): AccessToken {
  return {
    get: async () => token,
    renew: async () => undefined,
  }
}
