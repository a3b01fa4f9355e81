import { fromEjson, toEjson } from './ejson'
import { ask } from './post'

type Fields = Record<string, unknown>
type Order = 'asc' | 'desc'

interface Options {
  success?: unknown
  fail?: unknown
}

interface WriteOptions extends Options {
  data: object
}

/** What a query asks for, as the local cloud takes it. */
interface Scope {
  collectionName: string
  queryType: 'WHERE' | 'DOC'
  multi: boolean
  query?: string
  order?: Fields
  offset?: number
  limit?: number
}

/**
 * As much of `wx.cloud.database()` as pages commonly ask for. Anything else says that it is not there.
 * https://developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloud/reference-sdk-api/database/Database.html
 */
export function localDatabase(): DB.Database {
  const collection = (collectionName: string) => queryOf({ collectionName, queryType: 'WHERE', multi: true })
  return only('database', { collection }) as unknown as DB.Database
}

function queryOf(scope: Scope): object {
  const api = scope.queryType === 'DOC' ? 'document' : 'collection'
  const change = (changes: Partial<Scope>) => queryOf(Object.assign({}, scope, changes))
  const send = <Data>(name: string, action: string, options: Options = {}, params: object = {}) => {
    if (options.success || options.fail)
      throw new Error('The local cloud answers with a promise alone: leave out success and fail')
    const order = scope.order && toEjson(scope.order)
    const question = Object.assign({}, scope, { action: `database.${action}`, order }, params)
    return ask<Data>(`${api}.${name}`, '/client/database', question)
  }
  return only(api, {
    where: (query: object) => change({ query: toEjson(query) }),
    doc: (_id: unknown) => change({ queryType: 'DOC', multi: false, query: toEjson({ _id }) }),
    orderBy: (field: string, order: Order) =>
      change({ order: Object.assign({}, scope.order, { [field]: order === 'asc' ? 1 : -1 }) }),
    limit: (limit: number) => change({ limit }),
    skip: (offset: number) => change({ offset }),
    get: (options?: Options) =>
      send<{ list: string[] }>('get', 'getDocument', options).then(({ list }) => {
        const data = list.map(fromEjson)
        if (scope.queryType === 'WHERE') return { data }
        if (data.length > 0) return { data: data[0] }
        throw { errCode: -1, errMsg: `document.get:fail cannot find document with ${scope.query}` }
      }),
    count: (options?: Options) => send<{ total: number }>('count', 'calculateDocument', options),
    add: (options: WriteOptions) =>
      send<{ insertedIds: unknown[] }>('add', 'insertDocument', options, {
        data: [toEjson(options.data)],
      }).then(({ insertedIds }) => ({ _id: insertedIds[0] })),
    update: (options: WriteOptions) =>
      send<{ updated: number }>('update', 'modifyDocument', options, {
        data: toEjson({ $set: flat(options.data as Fields) }),
        merge: true,
      }).then(({ updated }) => ({ stats: { updated } })),
    remove: (options?: Options) =>
      send<{ deleted: number }>('remove', 'removeDocument', options).then(({ deleted }) => ({
        stats: { removed: deleted },
      })),
  })
}

/** As the real one does it: what is inside an object is set by its path, so that the rest of it stays, all if it is empty. */
function flat(data: Fields, path = ''): Fields {
  return Object.keys(data).reduce<Fields>((changes, name) => {
    const value = data[name]
    return Object.assign(changes, isNested(value) ? flat(value, `${path}${name}.`) : { [path + name]: value })
  }, {})
}

/** Neither a list nor a date. */
function isNested(value: unknown): value is Fields {
  return Object.prototype.toString.call(value) === '[object Object]'
}

/** Where the real one has more, "is not a function" would say nothing. */
function only(what: string, members: Fields): object {
  return new Proxy(members, {
    get(target, name) {
      if (name in target || typeof name === 'symbol') return target[name as string]
      throw new Error(
        `The local cloud has no ${what}.${name}: ask in a cloud function, or put an environment id into miniprogram/env.ts`,
      )
    },
  })
}
