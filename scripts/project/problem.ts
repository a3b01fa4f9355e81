/** How bad a finding is: an error fails the command, a warning and a note do not. */
export type Severity = 'error' | 'warning' | 'note'

/**
 * One finding about the project, with its place and the mend.
 *
 * Every check of the kit returns these as values; only the command prints them and decides the exit code.
 */
export interface Problem {
  severity: Severity
  /** A short, stable name of the rule, such as `openapi-not-listed`. */
  rule: string
  /** What is wrong, with the value in question. One sentence, no full stop at the end. */
  message: string
  /** Path from the root of the project, with `/` on every system. */
  file?: string
  /** Counted from 1. */
  line?: number
  /** Counted from 1, in UTF-16 units, as editors count. */
  column?: number
  /** What to do about it; may hold several lines (a JSON line to add, a command to run). */
  mend?: string
}

/** Whether a command that found these must fail. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some(({ severity }) => severity === 'error')
}
