import pc from 'picocolors'
import { type Asked, type ComparedFunction, countStandings, formatComparison } from '../deployed'

/** The answer of `kit functions`. */
export interface Report {
  /** Id of the environment. */
  env: string
  via: Asked
  /** Whether all are active. */
  ok: boolean
  functions: readonly ComparedFunction[]
}

/** The table, and one line that sums it up. */
export function formatReport({ env, via, ok, functions }: Report): string {
  const sum = countStandings(functions)
  return `${formatComparison(functions)}\n\n${ok ? pc.green(sum) : pc.red(sum)} in ${env}, says ${via}\n`
}

/** The report for programs; what is not known is null, times are in ISO 8601. */
export function formatJson({ env, via, ok, functions }: Report): string {
  const rows = functions.map(({ name, standing, status, runtime, changedAt, built, reasons }) => ({
    name,
    standing,
    built,
    status: status ?? null,
    runtime: runtime ?? null,
    changedAt: changedAt?.toISOString() ?? null,
    reasons: reasons ?? [],
  }))
  return `${JSON.stringify({ env, via, ok, functions: rows }, null, 2)}\n`
}
