import { createWriteStream, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { LogEvent } from './log-event'

/** A log that has grown beyond this is put aside, as `<name>.1`, when the cloud starts. */
const MAX_BYTES = 10 * 1024 * 1024

/** Writes the log of all functions into one file, in the words of the cloud console. */
export interface LogFile {
  write(event: LogEvent): void
  /** Resolves when everything is in the file. */
  close(): Promise<void>
}

export function openLogFile(file: string, now: () => number): LogFile {
  mkdirSync(dirname(file), { recursive: true })
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > MAX_BYTES) renameSync(file, `${file}.1`)
  const stream = createWriteStream(file, { flags: 'a' })
  return {
    write: event => void stream.write(`${new Date(now()).toISOString()} ${formatEvent(event)}\n`),
    close: () => new Promise(resolve => stream.end(resolve)),
  }
}

/** One event as a line without colours. */
export function formatEvent(event: LogEvent): string {
  if (event.kind === 'notice') return `[local cloud] ${event.text}`
  const start = `${event.functionName} RequestId: ${event.requestId || '-'}`
  if (event.kind === 'line') return `${start} ${event.stream === 'stderr' ? '! ' : ''}${event.text}`
  const memory = event.memoryBytes === undefined ? '' : ` MemUsage: ${(event.memoryBytes / 1e6).toFixed(2)}MB`
  const error = event.error === undefined ? '' : ` Error: ${event.error.replaceAll('\n', ' ')}`
  const cold = event.initMs === undefined ? '' : ` Coldstart: ${event.initMs.toFixed(2)}ms`
  return `REPORT ${start} Duration: ${event.durationMs.toFixed(2)}ms${memory}${cold} ${event.outcome}${error}`
}
