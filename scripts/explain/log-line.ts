/** A line of a log without what the log puts before it. */
export interface LogLine {
  text: string
  functionName?: string
  requestId?: string
}

const TIME = /^\[?\d{4}[-/]\d\d?[-/]\d\d?[T ]\d\d?:\d\d(?::\d\d(?:[.,]\d+)?)?(?:Z|[+-]\d\d:?\d\d)?\]?\s+/
/** What the local cloud writes: `echo RequestId: 1a2b ! TypeError: ...`, with `!` for stderr. */
const PRINTED = /^([A-Za-z][\w-]{1,59}) RequestId: (\S+) (?:! )?/
/** `REPORT echo RequestId: 1a2b Duration: 9.01ms MemUsage: 64.15MB thrown Error: TypeError: ...` */
const REPORT = /^REPORT ([A-Za-z][\w-]{1,59}) RequestId: (\S+) Duration: .{0,120}? Error: /

/** Takes the time and the name of the function off the beginning of a text, where a log has put them. */
export function readLogLine(line: string): LogLine {
  const text = line.replace(TIME, '')
  const match = REPORT.exec(text) ?? PRINTED.exec(text)
  if (!match) return { text }
  const [prefix, functionName, requestId] = match
  return { text: text.slice(prefix.length), functionName, requestId }
}
