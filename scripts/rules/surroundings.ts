import { authValue } from './auth-value'
import type { DatabaseRequest } from './database-request'
import type { Variable } from './expression'
import type { Plain } from './plain'
import { known, type Unknowable, unknown, type Value } from './value'

/** What a rule is judged with. */
export interface Surroundings {
  /** The caller's, for hints. */
  readonly openid: string | undefined
  variable(name: Variable): Value
  /** A record for `get()` in a rule. */
  get(collection: string, id: string): Promise<Value>
}

/**
 * So many different records may a rule `get()`: three on WeChat's page, ten on CloudBase's. Each alternative of a
 * query counts by itself, since WeChat's page lets an `or` of five ids read five records.
 */
const MAX_RECORDS = 3

/**
 * @param read reads a record past all rules
 * @param doc the record that is written, or those that a query can match
 * @param sent `request.data`
 */
export function databaseSurroundings(
  { auth, now }: DatabaseRequest,
  read: DatabaseRequest['get'],
  doc: Value,
  sent: Plain | Unknowable,
): Surroundings {
  const paths = new Set<string>()
  return {
    openid: auth?.openid,
    variable(name) {
      if (name === 'auth') return authValue(auth)
      if (name === 'now') return known(now)
      return name === 'doc' ? doc : known({ data: sent })
    },
    async get(collection, id) {
      paths.add(`${collection}.${id}`)
      if (paths.size > MAX_RECORDS) return unknown(`a rule may get() ${MAX_RECORDS} different records`)
      return known(await read(collection, id))
    },
  }
}
