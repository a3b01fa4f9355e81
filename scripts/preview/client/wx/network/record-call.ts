import type { PreviewEvent, Report } from '../../phone'

type Outcome = NonNullable<Extract<PreviewEvent, { type: 'call' }>['outcome']>
type Fields = Record<string, unknown>

/** Reports what is asked of the cloud, and what it answers. */
export interface CallRecorder {
  /** @returns takes the answer, undefined for a request that is not listed */
  begin(path: string, body: unknown): ((outcome: Outcome) => void) | undefined
}

export function createRecorder(report: Report, now: () => number): CallRecorder {
  let lastId = 0
  return {
    begin(path, body) {
      const call = describe(path, body)
      if (!call) return undefined
      lastId += 1
      const event = { type: 'call', id: lastId, ...call } as const
      const startedAt = now()
      report(event)
      return outcome => report({ ...event, outcome, milliseconds: Math.round(now() - startedAt) })
    },
  }
}

/** The actions of the wire protocol, as the APIs are called that they come from. */
const API_NAMES: Readonly<Record<string, string>> = {
  'database.getDocument': 'get',
  'database.calculateDocument': 'count',
  'database.insertDocument': 'add',
  'database.modifyDocument': 'update',
  'database.removeDocument': 'remove',
  'database.aggregateDocuments': 'aggregate',
  'storage.getUploadMetadata': 'uploadFile',
  'storage.batchGetDownloadUrl': 'getTempFileURL',
  'storage.batchDeleteFile': 'deleteFile',
}

/** What a request is to the developer: a function by its name, or an API with what it is about. */
function describe(path: string, body: unknown): { name: string; input: unknown } | undefined {
  if (!isFields(body)) return undefined
  if (path === '/client/callFunction') return { name: String(body.name), input: body.data ?? {} }
  const { action, ...input } = body
  const api = API_NAMES[String(action)] ?? String(action)
  if (path === '/client/database') return { name: `${input.collectionName}.${api}`, input: readable(input) }
  if (path === '/client/storage') return { name: api, input }
  return undefined
}

/** Queries and documents travel as JSON in texts. What only the protocol needs is left out. */
function readable({ collectionName, queryType, multi, merge, ...input }: Fields): Fields {
  const given = Object.entries(input).filter(([, value]) => value !== undefined)
  return Object.fromEntries(given.map(([name, value]) => [name, unpack(value)]))
}

function unpack(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unpack)
  if (typeof value !== 'string' || !/^[[{]/.test(value)) return value
  try {
    return JSON.parse(value)
  } catch (error) {
    if (error instanceof SyntaxError) return value
    throw error
  }
}

/** What the local cloud answered: `fail` gets an object with `errCode`. */
export function outcomeOf(statusCode: number, reply: unknown): Outcome {
  const fields = isFields(reply) ? reply : {}
  if (statusCode !== 200)
    return { ok: false, errCode: statusCode, errMsg: String(fields.error ?? `HTTP status ${statusCode}`) }
  if ('errCode' in fields)
    return { ok: false, errCode: fields.errCode as number, errMsg: String(fields.errMsg) }
  const { result, data } = fields
  const own = isFields(result) && result.ok === false && isFields(result.error) ? result.error : undefined
  if (own) return { ok: false, errCode: String(own.code), errMsg: String(own.message) }
  return { ok: true, result: 'result' in fields ? result : readableData(data) }
}

function readableData(data: unknown): unknown {
  return isFields(data)
    ? Object.fromEntries(Object.entries(data).map(([name, value]) => [name, unpack(value)]))
    : data
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
