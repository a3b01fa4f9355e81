import type { Report } from '../phone'

const LEVELS = ['log', 'info', 'warn', 'error', 'debug'] as const

/** Shows in the panel what the mini program prints; the browser's console shows it too. */
export function reportConsole(report: Report): void {
  for (const level of LEVELS) {
    const print = console[level].bind(console)
    console[level] = (...values: unknown[]) => {
      print(...values)
      report({ type: 'log', level, values })
    }
  }
}
