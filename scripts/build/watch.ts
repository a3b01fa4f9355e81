import { join } from 'node:path'
import { FUNCTIONS_DIR } from '../project/cloud-functions'
import { type BuildOptions, type BuildResult, build } from './build'

/** Editors write a file in several steps, and `git checkout` writes many files. */
const SETTLE_MS = 40

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
  const { watch } = await import('chokidar')
  let running: Promise<void> | undefined
  let again = false
  let timer: NodeJS.Timeout | undefined

  const run = async () => {
    const started = performance.now()
    try {
      onResult(await build(options), performance.now() - started)
    } catch (error) {
      onError(error)
    }
  }
  const start = () => {
    if (running) {
      again = true
      return
    }
    running = run().finally(() => {
      running = undefined
      if (again) {
        again = false
        start()
      }
    })
  }

  const watcher = watch([join(options.root, FUNCTIONS_DIR), join(options.root, 'package-lock.json')], {
    ignoreInitial: true,
    ignored: path => path.includes('node_modules'),
  })
  watcher.on('all', () => {
    clearTimeout(timer)
    timer = setTimeout(start, SETTLE_MS)
  })
  await new Promise<void>(resolve => watcher.once('ready', resolve))
  start()
  return async () => {
    clearTimeout(timer)
    again = false
    await watcher.close()
    await running
  }
}
