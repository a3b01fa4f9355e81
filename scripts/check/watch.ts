import { join, relative } from 'node:path'
import { FUNCTIONS_DIR } from '../project/cloud-functions'
import { MINI_PROGRAM_DIR } from '../project/mini-program'
import { watchAndRun } from '../project/watch-and-run'
import { type CheckOptions, type CheckResult, ProjectChecker, type Unchanged } from './check'

const SOURCES = [MINI_PROGRAM_DIR, FUNCTIONS_DIR, 'package-lock.json', 'tsconfig.base.json']
/** What no script takes a type from: templates, their scripts and styles. */
const UNTYPED = /\.wx(?:ml|s|ss)$/

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
  let unchanged: Unchanged = {}
  return await watchAndRun({
    paths: SOURCES.map(path => join(root, path)),
    onChange(path) {
      const isFunctions = !relative(root, path).startsWith(MINI_PROGRAM_DIR)
      unchanged = {
        functions: unchanged.functions === true && !isFunctions,
        types: unchanged.types === true && UNTYPED.test(path),
      }
    },
    async run() {
      const started = performance.now()
      const since = unchanged
      unchanged = { functions: true, types: true }
      try {
        onResult(await checker.check(since), performance.now() - started)
      } catch (error) {
        unchanged = {}
        onError(error)
      }
    },
  })
}
