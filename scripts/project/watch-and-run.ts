/** Editors write a file in several steps, and `git checkout` writes many files. */
const SETTLE_MS = 40

export interface Watched {
  /** Absolute paths of files and folders. */
  paths: readonly string[]
  /** Told of every path that changes, before the next run. */
  onChange?: (path: string) => void
  /** What goes wrong in it is its own business: it must not be rejected. */
  run: () => Promise<void>
}

/**
 * Runs once, then again whenever a source changes: never twice at once, and once more for what changes meanwhile.
 *
 * @returns ends it, with the run that is under way
 */
export async function watchAndRun({ paths, onChange, run }: Watched): Promise<() => Promise<void>> {
  const { watch } = await import('chokidar')
  let isDue = true
  let running: Promise<void> | undefined
  let timer: NodeJS.Timeout | undefined

  const runWhileDue = async () => {
    while (isDue) {
      isDue = false
      await run()
    }
    running = undefined
  }
  const start = () => {
    isDue = true
    running ??= runWhileDue()
  }

  const watcher = watch([...paths], {
    ignoreInitial: true,
    ignored: path => path.includes('node_modules'),
  })
  watcher.on('all', (_, path) => {
    onChange?.(path)
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
