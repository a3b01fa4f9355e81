import { join, relative } from 'node:path'
import { FUNCTIONS_DIR } from '../project/cloud-functions'
import { MINI_PROGRAM_DIR } from '../project/mini-program'
import { watchAndRun } from '../project/watch-and-run'
import { type CheckOptions, type CheckResult, ProjectChecker } from './check'

const SOURCES = [MINI_PROGRAM_DIR, FUNCTIONS_DIR, 'package-lock.json', 'tsconfig.base.json']

/**
 * Checks once, then again whenever a source changes: only what changed, and what depends on it.
 *
 * @param onResult called after each check
 * @param onError called with what ended a check
 * @returns a function that ends the watch
 */
export async function watchAndCheck(
  root: string,
  options: CheckOptions,
  onResult: (result: CheckResult, milliseconds: number) => void,
  onError: (error: unknown) => void,
): Promise<() => Promise<void>> {
  const checker = new ProjectChecker(root, options)
  let sameFunctions = false
  return await watchAndRun({
    paths: SOURCES.map(path => join(root, path)),
    onChange(path) {
      if (!relative(root, path).startsWith(MINI_PROGRAM_DIR)) sameFunctions = false
    },
    async run() {
      const started = performance.now()
      const same = sameFunctions
      sameFunctions = true
      try {
        onResult(await checker.check({ sameFunctions: same }), performance.now() - started)
      } catch (error) {
        sameFunctions = false
        onError(error)
      }
    },
  })
}
