import type { Class, ObjectExpression } from 'oxc-parser'
import type { FunctionNode } from './scope'

/** What an expression may stand for, where the code says so. */
export type Origin =
  | { kind: 'text'; text: string }
  | { kind: 'function'; node: FunctionNode }
  | { kind: 'object'; node: ObjectExpression }
  | { kind: 'class'; node: Class }
  | { kind: 'instance'; of: Class }

/** Everything that an expression may stand for; undefined where the code alone cannot tell. */
export type Answer = readonly Origin[] | undefined

/** More answers than anyone writes out: rather say that the code cannot tell. */
export const MAX_ANSWERS = 64

/** All of the answers together; one that is unknown makes the whole unknown. */
export function merge(answers: readonly Answer[]): Answer {
  const known = answers.filter(answer => answer !== undefined)
  const origins = known.flat()
  return known.length === answers.length && origins.length <= MAX_ANSWERS ? origins : undefined
}

/** The answers to a second question, asked of all answers to the first. */
export function each(origins: Answer, next: (origin: Origin) => Answer): Answer {
  return origins && merge(origins.map(next))
}
