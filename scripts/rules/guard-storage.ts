import { authValue } from './auth-value'
import type { Auth } from './database-request'
import { judge } from './evaluate'
import { refuseStorage, type StorageRefusal } from './refusal'
import type { StorageRules } from './storage-rules'
import { known, unknown } from './value'

/** One operation on a file that the mini program asks for. */
export interface StorageRequest {
  readonly rules: StorageRules
  /** `write` is upload, overwrite and delete. */
  readonly operation: 'read' | 'write'
  /** Null where nobody is logged in. */
  readonly auth: Auth | null
  readonly resource: {
    /** Of the user who uploaded the file; of the caller, for a file that is not there yet. */
    readonly openid: string | undefined
    readonly path: string
  }
}

export type StorageAnswer = { readonly allowed: true } | StorageRefusal

/**
 * Decides whether the mini program may do one storage operation. Functions and the console are never asked, and
 * neither is a download link that was already handed out.
 *
 * https://docs.cloudbase.net/storage/security-rules
 */
export async function guardStorage(request: StorageRequest): Promise<StorageAnswer> {
  const { rules, operation, auth, resource } = request
  const rule = rules[operation]
  if (!rule)
    return refuseStorage(`storage.rules.json has no rule for ${operation}: such an operation is denied`)
  const text = `the "${operation}" rule of the storage is ${rule.source}`
  if (!rule.expression) return refuseStorage(`${text}, and that is broken: a broken rule allows nothing`)
  const verdict = await judge(rule.expression, {
    openid: auth?.openid,
    variable: name => (name === 'auth' ? authValue(auth) : known({ ...resource })),
    get: async () => unknown('storage rules have no get()'),
  })
  if (verdict.holds) return { allowed: true }
  return refuseStorage(`${text}, and "${resource.path}" does not satisfy it: ${verdict.blames.join('; ')}`)
}
