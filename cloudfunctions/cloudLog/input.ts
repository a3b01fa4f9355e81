import * as v from 'valibot'
import { cutToBytes } from './cut-to-bytes'
import { redact } from './redact'

/** Bounds of one call. The platform itself refuses a call of more than 100 KB. */
export const limits = {
  /** Reports in one call. */
  reports: 20,
  /** Bytes of all that is kept of one call, as JSON. */
  keptBytes: 64 * 1024,
  /** Bytes of a name, a version, an id. */
  nameBytes: 128,
  /** Bytes kept of a message; the rest is cut off. */
  messageBytes: 1024,
  /** Bytes kept of a stack; the rest is cut off. */
  stackBytes: 4096,
} as const

const name = v.pipe(
  v.string(),
  v.maxBytes(limits.nameBytes, `must have at most ${limits.nameBytes} bytes`),
  v.transform(redact),
)
const freeText = (bytes: number) =>
  v.pipe(
    v.string(),
    v.transform(text => cutToBytes(redact(text), bytes)),
  )

/** One error of the mini program. Fields that are not named here are dropped. */
const report = v.object({
  /** When it happened by the phone's clock, in milliseconds since 1970. */
  time: v.pipe(v.number(), v.integer('must be a whole number'), v.minValue(0), v.maxValue(8.64e15)),
  /** The innermost code, such as `-604101` or `not-found`. */
  code: v.pipe(name, v.nonEmpty('must not be empty')),
  message: freeText(limits.messageBytes),
  /** The outermost code, if it is another one. */
  transportCode: v.optional(name),
  stack: v.optional(freeText(limits.stackBytes)),
  /** Path of the page, whose query is dropped: it may hold anything. */
  page: v.optional(
    v.pipe(
      name,
      v.transform(page => page.replace(/[?#].*$/s, '')),
    ),
  ),
  /** The cloud function that was called. */
  functionName: v.optional(name),
  requestId: v.optional(name),
  callId: v.optional(name),
  /** `develop`, `trial` or `release`. */
  envVersion: v.optional(name),
  appVersion: v.optional(name),
  /** Version of the base library. */
  sdkVersion: v.optional(name),
  /** Such as `iOS 18.1`. */
  system: v.optional(name),
})

/** A batch of reports. */
export const cloudLogInput = v.strictObject({
  reports: v.pipe(
    v.array(report),
    v.minLength(1, 'must hold at least one report'),
    v.maxLength(limits.reports, `must hold at most ${limits.reports} reports`),
    v.check(
      reports => Buffer.byteLength(JSON.stringify(reports)) <= limits.keptBytes,
      `must have at most ${limits.keptBytes} bytes`,
    ),
  ),
})
