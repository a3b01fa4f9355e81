import { type CloudError, toCloudError } from '../../miniprogram/cloud/cloud-error'
import { type ErrorCode, errorCodes, explainCode } from '../../miniprogram/cloud/error-codes'
import { isPackagePlace } from './project/package-place'
import { seenTexts } from './seen-texts'

/** What a text turned out to be. */
export interface ReadError {
  error: CloudError
  /** Whether the kit has an explanation for its cause. */
  known: boolean
  /** The code does not stand in the text: it was concluded from its words or its stack. */
  concluded: boolean
}

const EXECUTE_FAIL = -504002

/** Reads a text as an error: a code alone, whatever the platform puts around one, or words without any. */
export function readError(text: string): ReadError {
  const alone = codeAlone(text.trim())
  if (typeof alone === 'string') {
    const refusal = { ok: false, error: { code: alone, message: alone } }
    return { error: toCloudError(refusal), known: true, concluded: false }
  }
  const error = toCloudError(alone === undefined ? text : `errCode: ${alone}`)
  if (isKnown(error)) return { error, known: true, concluded: false }
  const code = error.code === 'unknown' ? concludeCode(error) : undefined
  if (code === undefined) return { error, known: false, concluded: false }
  const words = `errCode: ${code} | errMsg: ${withoutLogPrefix(error.raw)}`
  return { error: toCloudError(words, { requestId: error.requestId }), known: true, concluded: true }
}

/** `-604101`, `604101`, `43101`, `not-found` */
function codeAlone(text: string): ErrorCode | undefined {
  if (/^-?\d{1,9}$/.test(text)) {
    const code = Number(text)
    return !errorCodes.has(code) && errorCodes.has(-code) ? -code : code
  }
  const word = text.toLowerCase() as ErrorCode
  return word !== 'unknown' && errorCodes.has(word) ? word : undefined
}

/** A text without a code is known if the table refines `unknown` by it. */
function isKnown({ code, raw }: CloudError): boolean {
  return errorCodes.has(code) && (code !== 'unknown' || explainCode(code, raw) !== errorCodes.get(code))
}

function concludeCode({ raw, places }: CloudError): ErrorCode | undefined {
  return codeOfWords(raw) ?? (places.some(isPackagePlace) ? EXECUTE_FAIL : undefined)
}

/** The code whose words a text holds; the longest, since they overlap. */
function codeOfWords(raw: string): ErrorCode | undefined {
  const text = raw.toLowerCase()
  const held = telling.filter(({ words }) => text.includes(words))
  return held.reduce<(typeof held)[number] | undefined>(
    (longest, one) => (longest && longest.words.length >= one.words.length ? longest : one),
    undefined,
  )?.code
}

/** Two words of the SDK, such as "system error", can mean anything. */
const telling = [
  ...[...errorCodes.values()].flatMap(({ code, text = '' }) =>
    text.split(' ').length < 3 ? [] : { code, text },
  ),
  ...seenTexts,
].map(({ code, text }) => ({ code, words: text.toLowerCase() }))

/** A line of a log begins with times and ids; the error begins with its name. */
function withoutLogPrefix(text: string): string {
  const at = text.search(/\b(?:[A-Z]\w*)?(?:Error|Exception): /)
  return at < 0 ? text : text.slice(at)
}
