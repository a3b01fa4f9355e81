import type { ComparedFunction } from '../deployed'

/** Clocks differ, and the times that WeChat tells have no more than seconds. */
const CLOCKS_MS = 300_000

/**
 * What is deployed otherwise than it should be after an upload. Nobody tells the content of what is deployed, so this
 * goes by name, status, and the time of the last change where that is known.
 */
export function findDifferences(
  functions: readonly ComparedFunction[],
  uploaded: readonly string[],
  since: Date,
): string[] {
  return functions.flatMap(({ name, standing, status, built, changedAt }) => {
    if (standing === 'missing') return [`${name} is built, and not deployed`]
    if (standing !== 'active') return [`${name} is ${status}`]
    if (!built) return [`${name} is deployed, and not built here`]
    const old = changedAt !== undefined && changedAt.getTime() < since.getTime() - CLOCKS_MS
    return old && uploaded.includes(name)
      ? [`${name} was uploaded, and was changed last at ${changedAt.toISOString()}, before that`]
      : []
  })
}
