import type { Contract } from '../../cloudfunctions/contract'
import type { CloudError } from './cloud-error'

/** One error, as the function `cloudLog` takes it. */
export type Report = Contract['cloudLog']['input']['reports'][number]

/** What all errors of a phone have in common, and the page that is open. */
export type Surroundings = Pick<Report, 'page' | 'envVersion' | 'appVersion' | 'sdkVersion' | 'system'>

/** What reporting needs of the phone. */
export interface ReporterHost {
  /** Rejects if the reports did not arrive. */
  send(reports: Report[]): Promise<unknown>
  surroundings(): Surroundings
  /** Milliseconds since 1970. */
  now(): number
  setTimeout(run: () => void, ms: number): unknown
}

/** Bounds that keep a batch far below the 64 KB that `cloudLog` takes, and a phone without network from collecting. */
const limits = {
  waitMs: 2000,
  batch: 10,
  queue: 40,
  nameChars: 120,
  messageChars: 300,
  stackChars: 1000,
} as const

/**
 * Makes `report`, which takes an error and returns at once. The errors of two seconds travel together; an error that
 * comes again (a card in another language) is reported once.
 *
 * Reports that do not arrive are gone, and their own error is nobody's business: reporting it would never end.
 */
export function createReporter(host: ReporterHost): (error: CloudError) => void {
  const known = new WeakSet<CloudError>()
  let queue: Report[] = []
  let isBusy = false

  function flushLater(): void {
    isBusy = queue.length > 0
    if (isBusy) host.setTimeout(flush, limits.waitMs)
  }

  function flush(): void {
    const batch = queue.slice(0, limits.batch)
    queue = queue.slice(limits.batch)
    host.send(batch).then(flushLater, flushLater)
  }

  return error => {
    if (known.has(error) || queue.length >= limits.queue) return
    known.add(error)
    queue.push(toReport(error, host))
    if (!isBusy) flushLater()
  }
}

function toReport(error: CloudError, { now, surroundings }: ReporterHost): Report {
  const { code, transportCode, message, raw, functionName, requestId, callId } = error
  const own = {
    transportCode: transportCode === code ? undefined : String(transportCode),
    functionName,
    requestId,
    callId,
  }
  const names = Object.assign(own, surroundings())
  const report: Report = {
    time: now(),
    code: String(code),
    message: message.slice(0, limits.messageChars),
    stack: raw.slice(0, limits.stackChars),
  }
  const keys = Object.keys(names) as (keyof typeof names)[]
  keys.forEach(key => {
    // A name has at most 128 bytes, or the whole batch is refused.
    const name = names[key]?.replace(/[^ -~]/g, '?').slice(0, limits.nameChars)
    if (name) report[key] = name
  })
  return report
}
