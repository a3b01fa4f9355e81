import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs'
import { userPath } from '../cli/user-path'
import { KitError } from '../project/kit-error'

/** What is to be explained. */
export interface Input {
  text: string
  /** A log may hold many errors; what someone pastes is mostly one. */
  isLog: boolean
  /** Where a log that was too long was cut. */
  cut?: 'beginning' | 'end'
}

/** What stands on the command line and around it. */
export interface InputSources {
  words: readonly string[]
  file?: string
  stdin: AsyncIterable<Buffer | string> & { isTTY?: boolean }
}

const MAX_BYTES = 16 * 1024 * 1024

/**
 * Takes the text from a file, from the command line, or from standard input, in that order.
 *
 * @throws KitError `usage` if there is none, or none that can be read as text
 */
export async function readInput({ words, file, stdin }: InputSources): Promise<Input> {
  const [only, ...others] = words
  if (file !== undefined && words.length > 0) {
    throw new KitError('usage', 'give either a text or --file, not both')
  }
  if (file !== undefined) return readLog(file)
  if (only !== undefined && others.length === 0 && only !== '-' && isFile(only)) return readLog(only)
  if (only !== undefined && others.length === 0 && looksLikeFile(only)) {
    throw new KitError('usage', `there is no file ${only}`)
  }
  if (only !== undefined && only !== '-') return notEmpty({ text: words.join(' '), isLog: false })
  if (stdin.isTTY) {
    throw new KitError(
      'usage',
      "nothing to explain: give the text of an error in quotes (kit explain 'errCode: -604101 ...'), a log file, or pipe either in",
    )
  }
  return notEmpty(await readStream(stdin))
}

/** Logs are read from their end: the newest errors matter. */
function readLog(file: string): Input {
  const descriptor = open(file)
  try {
    const { size } = fstatSync(descriptor)
    const bytes = Buffer.alloc(Math.min(size, MAX_BYTES))
    const start = size - bytes.length
    const length = readSync(descriptor, bytes, 0, bytes.length, start)
    const text = decode(bytes.subarray(0, length), file)
    return notEmpty({ text, isLog: true, ...(start > 0 && { cut: 'beginning' as const }) }, file)
  } finally {
    closeSync(descriptor)
  }
}

function open(file: string): number {
  try {
    const path = userPath(file)
    if (!statSync(path).isDirectory()) return openSync(path, 'r')
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    throw new KitError('usage', code === 'ENOENT' ? `there is no file ${file}` : `cannot read ${message}`)
  }
  throw new KitError('usage', `${file} is a folder: give a log file`)
}

async function readStream(stdin: AsyncIterable<Buffer | string>): Promise<Input> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of stdin) {
    const bytes = Buffer.from(chunk)
    chunks.push(bytes)
    length += bytes.length
    if (length > MAX_BYTES) break
  }
  const text = decode(Buffer.concat(chunks).subarray(0, MAX_BYTES), 'standard input')
  return { text, isLog: false, ...(length > MAX_BYTES && { cut: 'end' as const }) }
}

function decode(bytes: Buffer, name: string): string {
  // PowerShell's > writes UTF-16
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le', 2)
  if (bytes.subarray(0, 4096).includes(0)) throw new KitError('usage', `${name} is binary, not a text`)
  return bytes.toString('utf8').replace(/^\uFEFF/, '')
}

function notEmpty(input: Input, name = 'the text'): Input {
  if (input.text.trim() === '') throw new KitError('usage', `nothing to explain: ${name} is empty`)
  return input
}

function isFile(word: string): boolean {
  try {
    return word.length < 1024 && statSync(userPath(word)).isFile()
  } catch (error) {
    // a text with `:` or `*` is no path on Windows, one with a NUL nowhere
    if ((error as NodeJS.ErrnoException).code === undefined) throw error
    return false
  }
}

function looksLikeFile(word: string): boolean {
  return /^[^\s'"{}|]+\.(?:log|txt|jsonl?|ndjson)(?:\.\d+)?$/i.test(word)
}
