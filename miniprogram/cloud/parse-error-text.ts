import { codeNamedIn, type ErrorCode, errorCodes } from './error-codes'

/** What an error's text says. */
export interface ParsedError {
  /** Every code, in order of appearance, each once: the first is the transport, the last the cause. */
  codes: readonly ErrorCode[]
  /** The words of the innermost error. */
  message: string
  /** Finds the call in the cloud console's log. */
  requestId?: string
  callId?: string
  /** The openapi that failed, such as `wxacode.getUnlimited`, if the text names it. */
  openapi?: string
  /** Where in the code, innermost first. */
  places: readonly Place[]
}

/** A position in a file, as a stack gives it. Both numbers begin with 1. */
export interface Place {
  file: string
  line: number
  column?: number
}

const MAX_PLACES = 20
const MAX_MESSAGE = 500

/**
 * Takes the text of an error apart. The shapes that are known do not all nest alike, so it looks for codes wherever
 * they stand rather than for one grammar.
 */
export function parseErrorText(text: string): ParsedError {
  // What follows the call id is the history of the call: it repeats old errors.
  const body = text.split('(callId:', 1)[0]?.trim() || text
  const codes = codesOf(body) ?? codesOf(text) ?? [codeNamedIn(text) ?? 'unknown']
  return {
    codes,
    message: messageOf(body, codes[codes.length - 1] ?? 'unknown'),
    requestId: /\brequest[ _-]?id\b["'\\]*[\s:=]*["'\\]*((?=[\w-]*\d)[\w-]{8,64})/i.exec(text)?.[1],
    callId: /\bcallId:\s*([\w.-]{1,64})/.exec(text)?.[1],
    openapi: /\bopenapi\.(\w{1,40}(?:\.\w{1,40}){1,3}):fail/.exec(text)?.[1],
    places: placesIn(text),
  }
}

// --- codes ---

function codesOf(text: string): ErrorCode[] | undefined {
  const found = new Set<number>()
  const numbers = /-?\d+/g
  for (let match = numbers.exec(text); match; match = numbers.exec(text)) {
    const end = match.index + match[0].length
    const code = codeAt(
      match[0],
      text.slice(Math.max(0, match.index - 24), match.index),
      text.slice(end, end + 2),
    )
    if (code !== undefined) found.add(code)
  }
  // -1 says nothing where another code does.
  if (found.size > 1) found.delete(-1)
  return found.size > 0 ? Array.from(found) : undefined
}

/**
 * The number as a code, if it is one. `errCode: N` is, whatever the number. Without those words a number is a code
 * only if it is known, or if the text begins with it: amounts, dates, ports and ids look alike.
 */
function codeAt(digits: string, before: string, after: string): number | undefined {
  if (/[\w.-]$/.test(before) || /^(?:\w|\.\d|-\w)/.test(after) || digits.length > 9) return undefined
  const code = Number(digits)
  if (code === 0) return undefined
  const isCloudCode = /^-[456]\d{5}$/.test(digits)
  if (/\berr_?code["'\\]*\s*[:：=]\s*["'\\]*$/i.test(before)) return code
  if (/\berror[ _]?code["'\\]*\s*[:：=]?\s*["'\\]*$/i.test(before))
    return isCloudCode || errorCodes.has(code) ? code : undefined
  return isCloudCode && (errorCodes.has(code) || before.trim() === '') ? code : undefined
}

// --- message ---

const NO_WORDS = /^(?:system error:?\s*)?(?:err(?:or)?\s*code:?\s*-?\d+)?\s*\|?$/i

function messageOf(body: string, cause: ErrorCode): string {
  const words = innermost(body, cause)
  if (words && !NO_WORDS.test(words)) return words.slice(0, MAX_MESSAGE)
  const beside = new RegExp(`errCode:\\s*${cause} ([^|\\n]{1,${MAX_MESSAGE}})`).exec(body)?.[1]?.trim()
  return (beside || errorCodes.get(cause)?.text || words || body).slice(0, MAX_MESSAGE)
}

/** The text after the last label, without what the platform wraps around it. */
function innermost(body: string, cause: ErrorCode): string {
  const labels =
    /\b(?:errMsg|errorMessage|stackTrace)["'\\]*\s*[:：]\s*["'\\]*|\berror code -?\d+, error message\s/gi
  let start = 0
  for (let match = labels.exec(body); match; match = labels.exec(body)) start = labels.lastIndex
  const line = body.slice(start).trim().split('\n', 1)[0] ?? ''
  const words = withoutPlace(line)
    .replace(/;? at [\w.]+ api;?\s*$/, '')
    .replace(/^(?:(?:Uncaught |\(in promise\) |Error: |[\w.]+:fail\b)\s*)+/, '')
    .replace(/^errCode:\s*/, '')
    .replace(/\\*"[}\]]+$/, '')
  return (words.startsWith(String(cause)) ? words.slice(String(cause).length) : words)
    .replace(/^[\s|:：,]+/, '')
    .trim()
}

/** `TypeError: x is not a function at main (/var/user/index.js:1:2)` without its end. */
function withoutPlace(line: string): string {
  const place = placePattern().exec(line)
  const at = place ? line.lastIndexOf(' at ', place.index) : -1
  return at > 0 ? line.slice(0, at) : line
}

// --- places ---

/** Bounded, so that a long text without a match stays cheap. */
const placePattern = () => /((?:[A-Za-z]:)?[\w@$./\\~+-]{1,160}\.[cm]?[jt]s):(\d{1,9})(?::(\d{1,9}))?/g

function placesIn(text: string): Place[] {
  const places: Place[] = []
  const pattern = placePattern()
  for (let match = pattern.exec(text); match && places.length < MAX_PLACES; match = pattern.exec(text)) {
    const column = match[3]
    places.push({
      file: match[1] ?? '',
      line: Number(match[2]),
      column: column === undefined ? undefined : Number(column),
    })
  }
  return places
}
