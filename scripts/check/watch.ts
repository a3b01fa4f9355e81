import { join, relative } from 'node:path'
import { FUNCTIONS_DIR } from '../project/cloud-functions'
import { MINI_PROGRAM_DIR } from '../project/mini-program'
import { type CheckOptions, type CheckResult, ProjectChecker } from './check'

/** Editors write a file in several steps, and `git checkout` writes many files. */
const SETTLE_MS = 40

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
  const { watch } = await import('chokidar')
  const checker = new ProjectChecker(root, options)
  let sameFunctions = false
  let isDue = true
  let running: Promise<void> | undefined
  let timer: NodeJS.Timeout | undefined

  const run = async () => {
    while (isDue) {
      isDue = false
      const started = performance.now()
      const same = sameFunctions
      sameFunctions = true
      try {
        onResult(await checker.check({ sameFunctions: same }), performance.now() - started)
      } catch (error) {
        sameFunctions = false
        onError(error)
      }
    }
    running = undefined
  }
  const start = () => {
    isDue = true
    running ??= run()
  }

  const sources = [MINI_PROGRAM_DIR, FUNCTIONS_DIR, 'package-lock.json', 'tsconfig.base.json']
  const watcher = watch(
    sources.map(path => join(root, path)),
    { ignoreInitial: true, ignored: path => path.includes('node_modules') },
  )
  watcher.on('all', (_, path) => {
    if (!relative(root, path).startsWith(MINI_PROGRAM_DIR)) sameFunctions = false
    clearTimeout(timer)
    timer = setTimeout(start, SETTLE_MS)
  })
  await new Promise<void>(resolve => watcher.once('ready', resolve))
  start()
  return async () => {
    clearTimeout(timer)
    isDue = false
    await watcher.close()
    await running
  }
}
