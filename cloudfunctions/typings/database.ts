import type { DB } from 'wx-server-sdk'

/**
 * `cloud.database()` as it behaves: the published types have `Promise | void | string` for every result, and `any`
 * for transactions.
 */
export interface Database {
  readonly command: DB.DatabaseCommand
  readonly Geo: DB.IGeo
  readonly RegExp: DB.IRegExpConstructor
  /** A date that the server fills in; `offset` in milliseconds. */
  serverDate(options?: DB.IServerDateOptions): DB.ServerDate
  collection<Data extends object = DB.IDocumentData>(name: string): Collection<Data>
  createCollection(name: string): Promise<unknown>
  /**
   * Commits when `run` resolves, rolls back when it rejects.
   *
   * @param times how often to begin again after a conflict; the real SDK was not seen to do it. Default 3.
   */
  runTransaction<Result>(run: (transaction: Transaction) => Promise<Result>, times?: number): Promise<Result>
  startTransaction(): Promise<Transaction & { commit(): Promise<unknown> }>
}

export interface Query<Data extends object> {
  where(condition: DB.IQueryCondition): Query<Data>
  orderBy(field: string, order: 'asc' | 'desc'): Query<Data>
  /** @param max 1 to 1000; without it 100 */
  limit(max: number): Query<Data>
  skip(offset: number): Query<Data>
  field(projection: object): Query<Data>
  get(): Promise<{ data: Stored<Data>[]; errMsg: string }>
  count(): Promise<DB.ICountResult>
  /** Changes every document that matches. */
  update(options: { data: DB.IUpdateCondition }): Promise<DB.IUpdateResult>
  /** Removes every document that matches. */
  remove(): Promise<DB.IRemoveResult>
}

export interface Collection<Data extends object> extends Query<Data> {
  doc(id: DB.DocumentId): Document<Data>
  /** Several documents at once are undocumented, but the SDK sends them and returns their ids. */
  add(options: { data: DB.IDocumentData[] }): Promise<{ _ids: DB.DocumentId[]; errMsg: string }>
  add(options: { data: DB.IDocumentData }): Promise<DB.IAddResult>
  aggregate(): Aggregate
}

export interface Document<Data extends object> {
  field(projection: object): Document<Data>
  /** Rejects with code -1 if there is no such document. */
  get(): Promise<{ data: Stored<Data>; errMsg: string }>
  set(options: { data: DB.IUpdateCondition }): Promise<DB.ISetResult>
  update(options: { data: DB.IUpdateCondition }): Promise<DB.IUpdateResult>
  remove(): Promise<DB.IRemoveResult>
}

export interface Aggregate extends DB.PipelineBase<Aggregate> {
  end(): Promise<DB.IAggregateResult>
}

/** Only single documents take part in a transaction. */
export interface Transaction {
  collection<Data extends object = DB.IDocumentData>(name: string): Pick<Collection<Data>, 'add' | 'doc'>
  rollback(reason?: unknown): Promise<unknown>
}

/** A document as it comes back: with its id. */
export type Stored<Data extends object> = Data & { _id: DB.DocumentId }
