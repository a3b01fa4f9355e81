import type { Caller } from './caller'

const CLIENT_IP = '127.0.0.1'

/**
 * The environment variables that the platform sets for one call, under the names that the SDK reads.
 *
 * `WX_CONTEXT_KEYS` lists what `getWXContext()` may show. Without an entry in it the SDK does not see the token, and
 * shows no `SOURCE` either.
 *
 * @param token unique to the call; the SDK sends it along with every request it makes meanwhile
 */
export function callVariables(
  caller: Caller,
  token: string,
  { byTimer }: { byTimer: boolean },
): Record<string, string> {
  const shown: Record<string, string> = byTimer
    ? {}
    : {
        WX_CLIENTIP: CLIENT_IP,
        WX_APPID: caller.appid,
        ...(caller.openid ? { WX_OPENID: caller.openid } : {}),
      }
  return {
    ...shown,
    WX_API_TOKEN: token,
    WX_CONTEXT_KEYS: [...Object.keys(shown), 'WX_API_TOKEN'].join(','),
    TCB_SOURCE: caller.source,
    ...(byTimer ? { TRIGGER_SRC: 'timer' } : {}),
  }
}
