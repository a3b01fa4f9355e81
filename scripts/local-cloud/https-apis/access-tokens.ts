import { ApiError } from './api-error'

/** `component`: a service provider acting for itself; `authorizer`: acting for one mini program. */
export type TokenKind = 'component' | 'authorizer'

/** Seconds. https://developers.weixin.qq.com/doc/oplatform/openApi/ticket-token/api_getcomponentaccesstoken */
export const TOKEN_LIFETIME = 7200

/** What the local cloud takes as the credentials of a service provider. They open nothing but this emulator. */
export const LOCAL_PROVIDER = {
  component_appid: 'wxlocalcloud000000',
  component_appsecret: 'local-cloud-appsecret',
  component_verify_ticket: 'ticket@@@local-cloud',
  authorizer_refresh_token: 'refreshtoken@@@local-cloud',
} as const

/** Access tokens that this run of the cloud has given out. */
export interface AccessTokens {
  issue(kind: TokenKind): string
  /** @throws ApiError 41001, 40014 or 42001 */
  check(kind: TokenKind, token: string | undefined): void
}

export function openAccessTokens({ now, newId }: { now(): number; newId(): string }): AccessTokens {
  const issued = new Map<string, { kind: TokenKind; expiresAt: number }>()
  return {
    issue(kind) {
      const token = `local_${kind}_${newId()}`
      for (const [old, { expiresAt }] of issued)
        if (expiresAt + TOKEN_LIFETIME * 1000 < now()) issued.delete(old)
      issued.set(token, { kind, expiresAt: now() + TOKEN_LIFETIME * 1000 })
      return token
    },
    check(kind, token) {
      if (!token) throw new ApiError(41001)
      const found = issued.get(token)
      if (found?.kind !== kind) throw new ApiError(40014, `this call needs a ${kind} token of this run`)
      if (found.expiresAt <= now()) throw new ApiError(42001)
    },
  }
}
