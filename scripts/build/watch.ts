import { join } from 'node:path'
import { FUNCTIONS_DIR } from '../project/cloud-functions'
import { watchAndRun } from '../project/watch-and-run'
import { type BuildOptions, type BuildResult, build } from './build'

/**
 * Builds once, then again whenever a source changes. Changes during a build are built right after it.
 *
 * @param onResult called after each build; a thrown error goes to `onError`
 * @returns a function that ends the watch
 */
export async function watchAndBuild(
  options: BuildOptions,
  onResult: (result: BuildResult, milliseconds: number) => void,
  onError: (error: unknown) => void,
): Promise<() => Promise<void>> {
  return await watchAndRun({
    paths: [FUNCTIONS_DIR, 'package-lock.json'].map(path => join(options.root, path)),
    async run() {
      const started = performance.now()
      try {
        onResult(await build(options), performance.now() - started)
      } catch (error) {
        onError(error)
      }
    },
  })
}
