import { Db } from '@cloudbase/database'
import { ApiFailure, answer, type Callbacks, hasCallbacks, type Options, settle } from '../api'

/*
 * `wx.cloud.database()`: the query builder of the official package, in the shape that the mini program's base library
 * gives it. A script of its own: see `OpenDatabase`.
 * https://developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloud/reference-sdk-api/database/Database.html
 */

/** What is used of the package; its own types leave much of it open. */
interface PackageQuery {
  get(): Promise<{ data: object[] }>
  count(): Promise<{ total: number }>
  update(data: unknown): Promise<{ updated: number }>
  remove(): Promise<{ deleted: number }>
  where(query: object): PackageQuery
  orderBy(field: string, order: string): PackageQuery
  limit(limit: number): PackageQuery
  skip(offset: number): PackageQuery
  field(projection: object): PackageQuery
}

interface PackageCollection extends PackageQuery {
  add(data: unknown): Promise<{ id: unknown }>
  doc(id: string | number): PackageDocument
  aggregate(): PackageAggregate
}

interface PackageDocument {
  get(): Promise<{ data: object[] }>
  field(projection: object): PackageDocument
  set(data: unknown): Promise<{ updated: number; upsertedId?: unknown }>
  update(data: unknown): Promise<{ updated: number }>
  remove(): Promise<{ deleted: number }>
}

interface PackageAggregate {
  end(): Promise<{ data: unknown[] }>
}

/** https://developers.weixin.qq.com/miniprogram/dev/wxcloud/guide/database/read.html */
const DEFAULT_LIMIT = 20

globalThis.openCloudDatabase = ask => {
  const packaged = Db as unknown as { reqClass: unknown; new (config: object): Db }
  packaged.reqClass = class {
    async send(action: string, params: object) {
      return { data: await ask({ action, ...params }) }
    }
  }
  const db = new packaged({ throwOnCode: true })
  const { command, serverDate, Geo, RegExp: regExp } = db
  return {
    collection: (name: string) => collectionOf(db.collection(name) as unknown as PackageCollection, name),
    command,
    serverDate,
    Geo,
    RegExp: regExp,
  }
}

function collectionOf(collection: PackageCollection, collectionName: string): object {
  return {
    ...queryOf(collection),
    collectionName,
    add: (options: Options) =>
      api('collection.add', options, async () => ({ _id: (await collection.add(dataOf(options))).id })),
    doc: (id: string | number) => documentOf(collection.doc(id), id),
    aggregate: () => aggregateOf(collection.aggregate()),
  }
}

function queryOf(query: PackageQuery, limit = DEFAULT_LIMIT): object {
  return {
    where: (condition: object) => queryOf(query.where(condition), limit),
    orderBy: (field: string, order: string) => queryOf(query.orderBy(field, order), limit),
    limit: (limit: number) => queryOf(query, limit),
    skip: (offset: number) => queryOf(query.skip(offset), limit),
    field: (projection: object) => queryOf(query.field(projection), limit),
    get: (options?: Callbacks) =>
      api('collection.get', options, async () => ({ data: (await query.limit(limit).get()).data })),
    watch: missing('collection.watch'),
    count: (options?: Callbacks) =>
      api('collection.count', options, async () => ({ total: (await query.count()).total })),
    update: (options: Options) =>
      api('collection.update', options, async () => ({
        stats: { updated: (await query.update(dataOf(options))).updated },
      })),
    remove: (options?: Callbacks) =>
      api('collection.remove', options, async () => ({ stats: { removed: (await query.remove()).deleted } })),
  }
}

function documentOf(document: PackageDocument, id: string | number): object {
  return {
    field: (projection: object) => documentOf(document.field(projection), id),
    get: (options?: Callbacks) =>
      api('document.get', options, async () => {
        const data = (await document.get()).data[0]
        if (!data) throw new ApiFailure(`document with _id ${id} does not exist`, { errCode: -1 })
        return { data }
      }),
    watch: missing('document.watch'),
    set: (options: Options) =>
      api('document.set', options, async () => {
        const { updated, upsertedId } = await document.set(dataOf(options))
        return { _id: upsertedId ?? id, stats: { created: upsertedId ? 1 : 0, updated } }
      }),
    update: (options: Options) =>
      api('document.update', options, async () => ({
        stats: { updated: (await document.update(dataOf(options))).updated },
      })),
    remove: (options?: Callbacks) =>
      api('document.remove', options, async () => ({
        stats: { removed: (await document.remove()).deleted },
      })),
  }
}

/** The stages are those of the package; its `end()` answers with `data`, the mini program's with `list`. */
function aggregateOf(aggregate: PackageAggregate): object {
  return new Proxy(aggregate, {
    get(target, name) {
      if (name === 'end')
        return (options?: Callbacks) =>
          api('collection.aggregate', options, async () => ({ list: (await target.end()).data }))
      const stage = Reflect.get(target, name)
      return typeof stage !== 'function'
        ? stage
        : (...args: unknown[]) => aggregateOf(stage.apply(target, args))
    },
  })
}

/** The local cloud tells nobody of changes. */
function missing(name: string) {
  return () => {
    throw new Error(`${name} is not available in the preview`)
  }
}

/** Each operation has both forms: callbacks, or a promise. */
function api(name: string, options: Callbacks = {}, run: () => Promise<object>): Promise<object> | undefined {
  const done = settle(name, run, options as Options)
  if (!hasCallbacks(options)) return done
  answer(done, options)
  return undefined
}

function dataOf({ data } = {} as Options): unknown {
  if (typeof data === 'object' && data !== null) return data
  throw new ApiFailure('parameter error: parameter.data should be Object;', { errCode: -1 })
}
