import type { Hono } from 'hono'
import { type DatabaseOperation, type DatabaseRules, guardDatabase } from '../../rules'
import type { DatabaseService, Doc, ReadLimits } from '../database'
import { parseDoc, stringifyEjson } from '../database/values/ejson'
import { isObject, type JsonObject, readJson } from './body'
import { answerClient, ClientRefusal } from './client-failure'
import { clientCaller, type DefaultUser } from './client-identity'
import { foreignCollections } from './foreign-collections'
import { HttpProblem } from './http-problem'
import type { GatewayEnv } from './types'
import { ownWords } from './wire-error'

/** Room for the largest document that a client writes, with its query. */
const MAX_BODY_BYTES = 2 * 1024 * 1024
/** https://developers.weixin.qq.com/miniprogram/dev/wxcloud/guide/database/read.html */
const CLIENT_LIMITS: ReadLimits = { maxLimit: 20, defaultLimit: 20 }

/** What the mini program's database API can ask for. Transactions and new collections are for functions. */
const OPERATIONS: Readonly<Record<string, DatabaseOperation>> = {
  getDocument: 'read',
  calculateDocument: 'read',
  aggregateDocuments: 'read',
  insertDocument: 'create',
  modifyDocument: 'update',
  removeDocument: 'delete',
}

export interface ClientDatabaseOptions {
  database: DatabaseService
  rules(): DatabaseRules
  user: DefaultUser
  now(): number
  newId(): string
  /** Told why the rules refused an operation. */
  explain(reason: string): void
}

/**
 * `POST /client/database` with the database actions of the wire protocol, held against the security rules for the user
 * who asks, with the limits of the mini program.
 */
export function clientDatabaseRoute(app: Hono<GatewayEnv>, options: ClientDatabaseOptions): void {
  app.post('/client/database', async context => {
    const { openid } = clientCaller(context, options.user)
    const params = await readJson(context, MAX_BODY_BYTES)
    const { action } = params
    if (typeof action !== 'string') throw new HttpProblem(400, '"action" must be a string')
    return await answerClient(context, options.newId(), async () => {
      const name = action.replace(/^database\./, '')
      if (!Object.hasOwn(OPERATIONS, name) || params.transactionId !== undefined) {
        throw new ClientRefusal(-501007, ownWords(`a mini program cannot do ${action}`))
      }
      const allowed = await guardAction(
        name,
        params,
        new Guard(options, openid, String(params.collectionName)),
      )
      const reply = await options.database.handle(name, allowed, CLIENT_LIMITS)
      if (OPERATIONS[name] === 'read') checkSize(reply)
      return reply
    })
  })
}

/** https://developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloud/guide/database/quota.html */
const MAX_RESULT_BYTES = 1024 * 1024

function checkSize({ data }: { data?: unknown }): void {
  const bytes = Buffer.byteLength(JSON.stringify(data) ?? '')
  if (bytes > MAX_RESULT_BYTES)
    throw new ClientRefusal(
      -602001,
      ownWords(
        `the records have ${bytes} bytes, a mini program gets ${MAX_RESULT_BYTES} at most: ask for fewer, or for fewer fields`,
      ),
    )
}

/** The same request with what the rules made of it: the caller's openid filled in, `_openid` set, queries narrowed. */
async function guardAction(name: string, params: JsonObject, guard: Guard): Promise<JsonObject> {
  if (name === 'insertDocument') {
    const docs = Array.isArray(params.data) ? params.data : []
    const data = await Promise.all(docs.map(async doc => (await guard.permit('create', { data: doc })).data))
    return { ...params, data }
  }
  if (name === 'aggregateDocuments') return await guardStages(params, guard)
  const operation = OPERATIONS[name] ?? 'read'
  const { query, data } = params
  const permit = await guard.permit(operation, operation === 'update' ? { query, data } : { query })
  // an update that may add a record must satisfy the rule for adding, too
  const added = params.upsert === true ? await guard.permit('create', { data }) : {}
  const isSet = operation === 'update' && params.merge !== true
  return { ...params, ...permit, ...(isSet ? { ...added, keepOwner: true } : {}) }
}

/**
 * The query of an aggregation is its first stage, if that is a `$match`, or part of it, if that is a `$geoNear`, which
 * must stay the first. Any other is about every record.
 */
async function guardStages(params: JsonObject, guard: Guard): Promise<JsonObject> {
  const stages = Array.isArray(params.stages) ? params.stages.filter(isObject) : []
  for (const collection of foreignCollections(stages)) await guard.in(collection).permit('read', {})
  const [first, ...rest] = stages
  if (first?.stageKey === '$geoNear') {
    const near = guard.parse(first.stageValue, 'stages') ?? {}
    const { query } = await guard.permit(
      'read',
      isObject(near.query) ? { query: stringifyEjson(near.query) } : {},
    )
    const narrowed = query === undefined ? near : { ...near, query: guard.parse(query, 'query') }
    return { ...params, stages: [{ ...first, stageValue: stringifyEjson(narrowed) }, ...rest] }
  }
  const matches = first?.stageKey === '$match'
  const { query } = await guard.permit('read', matches ? { query: first.stageValue } : {})
  const match = query === undefined ? [] : [{ stageKey: '$match', stageValue: query }]
  return { ...params, stages: [...match, ...(matches ? rest : stages)] }
}

/** Asks the rules of one collection for one user. Values travel as EJSON texts. */
class Guard {
  constructor(
    readonly options: ClientDatabaseOptions,
    readonly openid: string,
    readonly collection: string,
  ) {}

  in(collection: string): Guard {
    return new Guard(this.options, this.openid, collection)
  }

  /** @throws ClientRefusal */
  async permit(
    operation: DatabaseOperation,
    texts: { query?: unknown; data?: unknown },
  ): Promise<{ query?: string; data?: string }> {
    const { database, rules, now, explain } = this.options
    const query = this.parse(texts.query, 'query') ?? {}
    const data = this.parse(texts.data, 'data')
    const answer = await guardDatabase({
      rules: rules(),
      collection: this.collection,
      operation,
      ...(operation === 'create' ? {} : { query }),
      ...(data ? { data } : {}),
      auth: { openid: this.openid },
      now: now(),
      get: async (collection, id) => database.read(collection, id),
    })
    if (!answer.allowed) {
      explain(answer.reason)
      throw new ClientRefusal(answer.code, answer.message)
    }
    return {
      ...(answer.query ? { query: stringifyEjson(answer.query) } : {}),
      ...(answer.data ? { data: stringifyEjson(answer.data) } : {}),
    }
  }

  parse(text: unknown, what: string): Doc | undefined {
    if (text === undefined || text === null || text === '') return undefined
    return parseDoc(String(text), what, this.options.now())
  }
}
