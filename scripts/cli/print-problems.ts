import pc from 'picocolors'
import type { Problem, Severity } from '../project/problem'

const COLOR: Record<Severity, (text: string) => string> = { error: pc.red, warning: pc.yellow, note: pc.cyan }
const ORDER: Severity[] = ['note', 'warning', 'error']

/** Findings as a developer reads them: place, what is wrong, what to do. The worst come last, nearest to the prompt. */
export function formatProblems(problems: readonly Problem[]): string {
  return [...problems]
    .sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity) || compare(a, b))
    .map(formatProblem)
    .join('\n')
}

/** `2 errors, 1 warning`; empty for none. */
export function countProblems(problems: readonly Problem[]): string {
  return (['error', 'warning', 'note'] as const)
    .map(severity => [problems.filter(problem => problem.severity === severity).length, severity] as const)
    .filter(([count]) => count > 0)
    .map(([count, severity]) => `${count} ${severity}${count === 1 ? '' : 's'}`)
    .join(', ')
}

function formatProblem({ severity, rule, message, file, line, column, mend }: Problem): string {
  const place = [file, line, column].filter(part => part !== undefined).join(':')
  const head = `${place ? `${pc.bold(place)} ` : ''}${COLOR[severity](severity)} ${message} ${pc.dim(`[${rule}]`)}`
  return mend === undefined ? head : `${head}\n${indent(mend)}`
}

function indent(text: string): string {
  return text.replace(/^/gm, '    ')
}

function compare(a: Problem, b: Problem): number {
  return (
    (a.file ?? '').localeCompare(b.file ?? '') ||
    (a.line ?? 0) - (b.line ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0)
  )
}
