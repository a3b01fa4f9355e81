import type { Readable } from 'node:stream'
import { splitLines } from './line-splitter'
import type { CallReport, LogSink } from './log-event'

const STREAMS = ['stdout', 'stderr'] as const
type StreamName = (typeof STREAMS)[number]

/** What a function prints in one call is cut off here; a loop that prints can fill a disk in a minute. */
export const MAX_CALL_OUTPUT = 1024 * 1024

/** Reads what an instance prints, and knows which call each line belongs to. */
export interface InstanceLog {
  /** The report of a call comes after its last line, so it waits until both streams have passed the end of the call. */
  report(report: CallReport): void
  /** Hands out everything that still waits: the streams have ended. */
  flush(): void
}

/**
 * Follows the two streams of an instance. The instance writes `<marker><request id>` lines between the calls into both
 * of them, for what it prints arrives apart from what it answers.
 */
export function followInstance(
  functionName: string,
  marker: string,
  streams: Readonly<Record<StreamName, Readable>>,
  log: LogSink,
): InstanceLog {
  const ended = new Map<string, number>()
  const waiting = new Map<string, CallReport>()

  const endOfCall = (requestId: string) => {
    const count = (ended.get(requestId) ?? 0) + 1
    const report = waiting.get(requestId)
    if (count < STREAMS.length || !report) return void ended.set(requestId, count)
    ended.delete(requestId)
    waiting.delete(requestId)
    log(report)
  }
  const splitters = STREAMS.map(stream => {
    const splitter = splitLines(lineReader(functionName, marker, stream, endOfCall, log))
    streams[stream].setEncoding('utf8').on('data', splitter.push)
    return splitter
  })
  return {
    report(report) {
      if ((ended.get(report.requestId) ?? 0) < STREAMS.length)
        return void waiting.set(report.requestId, report)
      ended.delete(report.requestId)
      log(report)
    },
    flush() {
      for (const splitter of splitters) splitter.flush()
      for (const report of waiting.values()) log(report)
      waiting.clear()
    },
  }
}

function lineReader(
  functionName: string,
  marker: string,
  stream: StreamName,
  onEnd: (requestId: string) => void,
  log: LogSink,
): (line: string) => void {
  let requestId = ''
  let printed = 0
  const print = (text: string) => {
    if (printed > MAX_CALL_OUTPUT) return
    printed += text.length
    const shown = printed > MAX_CALL_OUTPUT ? '... (the rest of the output of this call is left out)' : text
    log({ kind: 'line', functionName, requestId, stream, text: shown })
  }
  return line => {
    const at = line.indexOf(marker)
    if (at < 0) return print(line)
    // output without a line end stands before the marker
    if (at > 0) print(line.slice(0, at))
    const next = line.slice(at + marker.length)
    if (next === '') onEnd(requestId)
    requestId = next
    printed = 0
  }
}
