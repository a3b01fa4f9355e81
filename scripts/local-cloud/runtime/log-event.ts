/** Something that a developer should see while the cloud runs. */
export type LogEvent =
  /** One line that a function printed. */
  | { kind: 'line'; functionName: string; requestId: string; stream: 'stdout' | 'stderr'; text: string }
  /** A call has ended. */
  | CallReport
  /** A request that the gateway refused, or a fault of the cloud's own. */
  | { kind: 'notice'; text: string }

/** The last line of a call, as the cloud console shows it. */
export interface CallReport {
  kind: 'report'
  functionName: string
  requestId: string
  outcome: 'reply' | 'thrown' | 'timeout' | 'exited'
  durationMs: number
  /** Of a cold start: how long the process took until it had loaded the function. Not part of `durationMs`. */
  initMs?: number
  /** Resident memory of the instance after the call; absent when the instance did not live to tell. */
  memoryBytes?: number
  /** What went wrong, in one line. */
  error?: string
}

export type LogSink = (event: LogEvent) => void
