import { type LogLine, readLogLine } from './log-line'
import { isPackagePlace } from './project/package-place'
import { readError } from './read-error'

/** An error in a log, however often it stands there. */
export interface FoundError extends LogLine {
  count: number
  /** Of its first line, counted from 1. */
  line: number
}

export interface Found {
  /** The most frequent first. */
  errors: FoundError[]
  /** How many other ones are left out. */
  more: number
}

const MAX_ERRORS = 20
/** Lines that differ only in times and ids are looked at once; beyond this many, those that are new are passed over. */
const MAX_DISTINCT = 20_000
const MAX_TEXT = 16_000
const MAX_FOLLOWING_LINES = 40

/** Cheap, for each line of a log: most say nothing of the kind. */
const MAY_BE_ERROR =
  /err|fail|exception|-[1456]\d{5}|[A-Z]{3}_[A-Z]{3}|not enabled|timed out|wx\.cloud|云开发|请求包/i
const STACK_LINE = /^\s*(?:at\s|[;|}\]]|caused by\b|\[cause\])/i
const KEY_LINE =
  /^[\s"']+(?:err_?msg|err_?code|message|errorMessage|stack(?:Trace)?|request_?id|callId)["']?\s*[:=]/i

/** Finds the errors in a log and what belongs to each: its stack, or the rest of a printed object. */
export function findErrors(log: string): Found {
  const seen = new Map<string, CountedError | undefined>()
  const errors = new Map<string, CountedError>()
  for (const block of blocksOf(log)) {
    const shape = `${block.functionName} ${shapeOf(block.text)}`
    if (!seen.has(shape) && seen.size < MAX_DISTINCT) seen.set(shape, errorIn(block, errors))
    const found = seen.get(shape)
    // a failed call is mostly logged twice: by the function and by the platform
    if (found && (block.requestId === undefined || block.requestId !== found.counted)) found.error.count++
    if (found) found.counted = block.requestId
  }
  const sorted = [...errors.values()]
    .map(({ error }) => error)
    .sort((a, b) => b.count - a.count || a.line - b.line)
  return { errors: sorted.slice(0, MAX_ERRORS), more: Math.max(0, sorted.length - MAX_ERRORS) }
}

interface CountedError {
  error: FoundError
  /** The request that was counted last. */
  counted?: string
}

function errorIn(block: Block, errors: Map<string, CountedError>): CountedError | undefined {
  const { error, known } = readError(block.text)
  if (!known && error.code === 'unknown') return undefined
  const place = error.places.find(isPackagePlace)
  const parts = [
    block.functionName,
    error.codes,
    shapeOf(error.message),
    error.openapi,
    place?.line,
    place?.column,
  ]
  const key = parts.join('\n')
  const found = errors.get(key) ?? { error: { ...block, count: 0 } }
  errors.set(key, found)
  return found
}

/** The same for two texts that differ only in times and ids. */
function shapeOf(text: string): string {
  return text
    .replace(/\b[0-9a-f]{8}-[0-9a-f-]{20,40}\b/gi, '#')
    .replace(/\d{4}-\d\d-\d\d|\d{1,2}:\d\d:\d\d|\d{10,}/g, '#')
    .replace(/\d+(?:\.\d+)?(?=m?s\b|MB\b)|(?<=[#.])\d+/g, '#')
}

interface Block extends LogLine {
  line: number
}

function* blocksOf(log: string): Generator<Block> {
  let block: Block | undefined
  let following = 0
  for (const { text, line } of linesOf(log)) {
    const parsed = readLogLine(windowOf(text))
    const belongs = STACK_LINE.test(parsed.text) || KEY_LINE.test(parsed.text)
    if (block && belongs && following < MAX_FOLLOWING_LINES && block.text.length < MAX_TEXT) {
      block.text += `\n${parsed.text}`
      following++
      continue
    }
    if (block) yield block
    block = MAY_BE_ERROR.test(parsed.text) ? { ...parsed, line } : undefined
    following = 0
  }
  if (block) yield block
}

/** Line by line, without a second copy of the whole log. */
function* linesOf(log: string): Generator<{ text: string; line: number }> {
  let start = 0
  for (let line = 1; start <= log.length; line++) {
    const newline = log.indexOf('\n', start)
    const end = newline < 0 ? log.length : newline
    yield { text: log.slice(start, end).replace(/\r$/, ''), line }
    start = end + 1
  }
}

/** Of a line as long as a file, the part around its first code. */
function windowOf(line: string): string {
  if (line.length <= MAX_TEXT) return line
  const at = line.search(/err_?code|-[456]\d{5}/i)
  const start = Math.max(0, at - MAX_TEXT / 4)
  return line.slice(start, start + MAX_TEXT)
}
