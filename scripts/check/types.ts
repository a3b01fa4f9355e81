import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { FUNCTIONS_DIR } from '../project/cloud-functions'
import { isForeign, MINI_PROGRAM_DIR } from '../project/mini-program'
import type { Problem } from '../project/problem'
import { typeCheck } from '../project/type-check'

/**
 * The type errors of the cloud functions and of the mini program's own scripts, in one run of the compiler: the
 * contract brings the types of the functions into the pages. Without a `tsconfig.json` the mini program is taken for
 * one in JavaScript.
 */
export async function checkTypes(root: string): Promise<Problem[]> {
  const hasTypedPages = existsSync(join(root, MINI_PROGRAM_DIR, 'tsconfig.json'))
  const problems = await typeCheck(root, FUNCTIONS_DIR, ...(hasTypedPages ? [MINI_PROGRAM_DIR] : []))
  return problems.filter(({ file }) => file === undefined || !isForeign(file))
}

/** Findings of other checks that say more of a line than the compiler does. */
const SAID_BETTER = new Set([
  'does-not-bundle',
  'import-not-found',
  'package-not-built',
  'script-syntax',
  // of a run over the templates, which reads the scripts too
  'type-error',
])

/** The type errors that do not only repeat what another check has found in the same line. */
export function withoutEchoes(typeErrors: readonly Problem[], others: readonly Problem[]): Problem[] {
  const said = new Set(others.filter(({ rule }) => SAID_BETTER.has(rule)).map(lineOf))
  return typeErrors.filter(problem => !said.has(lineOf(problem)))
}

function lineOf({ file, line }: Problem): string {
  return `${file}:${line}`
}
