import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { EJSON } from 'bson'
import { type DatabaseService, type Doc, openDatabase } from '../../../../../scripts/local-cloud/database'

/** 2026-03-04 05:06:07.008 UTC */
export const NOW = Date.UTC(2026, 2, 4, 5, 6, 7, 8)

/** The limits of a cloud function. */
export const FUNCTION_LIMITS = { maxLimit: 1000, defaultLimit: 100 }

/** A database of its own for each test, spoken to as the SDK does: in canonical extended JSON. */
export class TestDatabase {
  readonly dir = mkdtempSync(join(tmpdir(), 'kit-database-'))
  /** What the clock of the database shows. */
  now = NOW
  service: DatabaseService
  #ids = 0

  constructor() {
    this.service = this.open()
  }

  open(): DatabaseService {
    this.service = openDatabase({
      dir: this.dir,
      now: () => this.now,
      newId: () => `id-${++this.#ids}`,
      random: () => 0.5,
    })
    return this.service
  }

  async remove(): Promise<void> {
    await this.service.close()
    rmSync(this.dir, { recursive: true, force: true })
  }

  async send(action: string, request: Doc, limits = FUNCTION_LIMITS) {
    return this.service.handle(action, request, limits)
  }

  /** Sends a request about `items` and returns `data` of the reply. */
  async data<T = Doc>(action: string, request: Doc = {}): Promise<T> {
    const { data } = await this.send(action, { collectionName: 'items', ...request })
    return data as T
  }

  /** Makes the collection `items` with these documents. */
  async fill(...docs: Doc[]): Promise<void> {
    await this.service.insert('items', ...docs)
  }

  /** The documents of `items` that match, as the SDK would give them to a program. */
  async find(query: Doc, request: Doc = {}): Promise<Doc[]> {
    const { list } = await this.data<{ list: string[] }>('getDocument', {
      queryType: 'WHERE',
      query: wire(query),
      ...request,
    })
    return list.map(text => EJSON.parse(text) as Doc)
  }

  /** The `_id`s of the documents that match. */
  async idsOf(query: Doc, request: Doc = {}): Promise<unknown[]> {
    return (await this.find(query, request)).map(({ _id }) => _id)
  }

  async update(query: Doc, operators: Doc, request: Doc = {}): Promise<Doc> {
    return this.data('modifyDocument', {
      queryType: 'WHERE',
      query: wire(query),
      data: wire(operators),
      multi: true,
      merge: true,
      upsert: false,
      ...request,
    })
  }

  async aggregate(...stages: Doc[]): Promise<Doc[]> {
    const { list } = await this.data<{ list: string[] }>('aggregateDocuments', {
      stages: stages.map(stage => {
        const [[stageKey, operand]] = Object.entries(stage) as [[string, unknown]]
        return { stageKey, stageValue: wire(operand) }
      }),
    })
    return list.map(text => EJSON.parse(text) as Doc)
  }

  /** What an expression gives for one document. */
  async evaluate(expression: unknown, doc: Doc = {}): Promise<unknown> {
    await this.fill({ _id: 'only', ...doc })
    const [result] = await this.aggregate({ $project: { result: expression, _id: 0 } })
    await this.data('removeDocument', { query: wire({ _id: 'only' }) })
    return result?.result
  }
}

/** Canonical extended JSON, as the SDK writes it. */
export function wire(value: unknown): string {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? EJSON.stringify(value, { relaxed: false })
    : JSON.stringify(value)
}

/** A fresh database for each test of a file. */
export function useDatabase(): { readonly current: TestDatabase } {
  const holder: { database?: TestDatabase } = {}
  beforeEach(() => {
    holder.database = new TestDatabase()
  })
  afterEach(() => holder.database?.remove())
  return {
    get current() {
      return holder.database as TestDatabase
    },
  }
}
