import { EJSON } from 'bson'
import type { Hono } from 'hono'
import type { DatabaseService } from '../database'
import { HttpProblem } from './http-problem'
import type { GatewayEnv } from './types'

/** Documents that one answer holds. */
const LIMIT = 100

/**
 * What a developer looks at, as in the cloud's console: no security rules, no user.
 *
 * - `GET /local/collections` answers `{ collections: [name] }`.
 * - `GET /local/documents?collection=NAME` answers `{ documents, hasMore }`: at most 100, in natural order, as relaxed
 *   extended JSON.
 */
export function inspectionRoutes(app: Hono<GatewayEnv>, database: DatabaseService): void {
  app.get('/local/collections', context => context.json({ collections: database.collections() }))
  app.get('/local/documents', context => {
    const name = context.req.query('collection') ?? ''
    if (!database.collections().includes(name))
      throw new HttpProblem(404, `there is no collection "${name.slice(0, 100)}"`)
    const found = database.all(name, { limit: LIMIT + 1 })
    const documents = found.slice(0, LIMIT).map(document => EJSON.serialize(document, { relaxed: true }))
    return context.json({ documents, hasMore: found.length > LIMIT })
  })
}
