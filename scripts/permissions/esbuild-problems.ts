import type { Message } from 'esbuild'
import type { Problem } from '../project/problem'
import { packageOf } from './sdk-packages'

/**
 * The errors of a failed bundle as findings.
 *
 * @param entry the function's entry, for errors without a place; a path from the root of the project
 */
export function problemsOf(errors: readonly Message[], entry: string): Problem[] {
  return errors.map(error => problemOf(error, entry))
}

function problemOf({ text, location }: Message, entry: string): Problem {
  const [, missing] = /^Could not resolve "(.*)"$/.exec(text) ?? []
  const problem: Problem = {
    severity: 'error',
    rule: missing === undefined ? 'does-not-bundle' : 'import-not-found',
    message: location ? text : `${entry} cannot be bundled: ${text}`,
    file: location ? location.file.replaceAll('\\', '/') : entry,
  }
  if (location) {
    problem.line = location.line
    problem.column = charactersIn(location.lineText, location.column) + 1
  }
  if (missing !== undefined && location) problem.mend = mendOf(missing)
  return problem
}

function mendOf(missing: string): string {
  return /^[./]/.test(missing)
    ? 'mend the path of the import'
    : `npm install ${packageOf(missing)}, or mend the import`
}

/** esbuild counts columns in bytes of UTF-8, editors count UTF-16 units. */
function charactersIn(line: string, bytes: number): number {
  return Buffer.from(line).subarray(0, bytes).toString().length
}
