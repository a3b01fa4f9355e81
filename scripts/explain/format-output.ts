import pc from 'picocolors'
import type { Language } from '../../miniprogram/cloud/error-codes'
import type { Explanation } from './explanation'
import type { FoundError } from './find-errors'
import { formatExplanation } from './format-explanation'
import type { Input } from './input'
import { counted, words } from './words'

/** All that one run of `kit explain` has to say. */
export interface Output {
  errors: readonly (Pick<FoundError, 'count' | 'line'> & { explanation: Explanation })[]
  /** How many errors of a log are left out. */
  more: number
  input: Pick<Input, 'isLog' | 'cut'>
  language: Language
}

/** For people. */
export function formatAll({ errors, more, input, language }: Output): string {
  const colors = pc.createColors(isColored())
  const isCounted = input.isLog || errors.length > 1
  const parts = errors.map(({ count, line, explanation }) => {
    const head = isCounted ? `${colors.dim(`── ${counted.times(count, line)[language]} ──`)}\n` : ''
    return head + formatExplanation(explanation, { language, colors })
  })
  if (input.cut) parts.unshift(`${counted.cut(input.cut)[language]}\n`)
  if (errors.length === 0) parts.push(`${words.noErrors[language]}\n`)
  if (more > 0) parts.push(`${counted.more(more)[language]}\n`)
  return parts.join('\n')
}

/**
 * For programs.
 *
 * @param fixed the files that `--fix` changed, if it was given
 */
export function formatJson({ errors, more, input, language }: Output, fixed?: readonly string[]): string {
  const shown = errors.map(({ count, line, explanation }) => {
    const project = explanation.project.map(finding => ({
      ...finding,
      lines: finding.lines.map(text => text[language]),
    }))
    return { count, line, ...explanation, project }
  })
  return `${JSON.stringify({ errors: shown, more, cut: input.cut, fixed }, null, 2)}\n`
}

/** What `--fix` did, and what has to follow. */
export function formatFixed(fixed: readonly string[], language: Language): string {
  const { green } = pc.createColors(isColored())
  if (fixed.length === 0) return `\n${words.nothingToFix[language]}\n`
  const lines = fixed.map(file => `${green(words.fixed[language])} ${file}`)
  return `\n${[...lines, words.afterFix[language]].join('\n')}\n`
}

/** picocolors alone also colours what CI and Windows write into a file. */
function isColored(): boolean {
  return pc.isColorSupported && (process.stdout.isTTY || process.env.FORCE_COLOR !== undefined)
}
