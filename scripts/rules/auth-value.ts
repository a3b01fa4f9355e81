import type { Auth } from './database-request'
import { known, Unknowable, type Value } from './value'

/**
 * The variable `auth`. A mini program's caller has no `uid`; it is not taken for "undefined", or the caller would
 * pass for the owner of every record that has none either.
 */
export function authValue(auth: Auth | null): Value {
  if (!auth) return known(null)
  return known({ ...auth, uid: auth.uid ?? new Unknowable("a mini program's caller has no auth.uid") })
}
