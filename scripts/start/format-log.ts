import pc from 'picocolors'
import { formatBytes, formatMilliseconds } from '../cli/table'
import type { CallReport, LogEvent } from '../local-cloud'

/** One event of the cloud as a developer reads it on a terminal. */
export function formatLog(event: LogEvent): string {
  switch (event.kind) {
    case 'line': {
      const bar = event.stream === 'stderr' ? pc.yellow('│') : pc.dim('│')
      return `${pc.cyan(event.functionName)} ${bar} ${event.text}`
    }
    case 'report':
      return formatReport(event)
    case 'notice':
      return `${pc.yellow('cloud')} ${event.text}`
  }
}

function formatReport({
  functionName,
  requestId,
  outcome,
  durationMs,
  memoryBytes,
  initMs,
  error,
}: CallReport): string {
  const mark = outcome === 'reply' ? pc.green('ok') : pc.red(outcome)
  const facts = [
    formatMilliseconds(durationMs),
    ...(memoryBytes === undefined ? [] : [formatBytes(memoryBytes)]),
    ...(initMs === undefined ? [] : [`after a cold start of ${formatMilliseconds(initMs)}`]),
    requestId,
  ]
  const reason = error === undefined ? '' : `\n  ${pc.red(error.split('\n', 1)[0] ?? '')}`
  return `${pc.cyan(functionName)} ${mark} ${pc.dim(facts.join('  '))}${reason}`
}
