import { extname, join } from 'node:path'
import { MINI_PROGRAM_DIR } from '../project/mini-program'
import { isServed } from './mini-program-file'

/** What is compiled; without an extension it may be a folder. */
const SOURCES = new Set(['', '.ts', '.js', '.json', '.wxml', '.wxss', '.wxs'])
/** An editor writes in several steps. Short, for what is edited should be seen at once. */
const SETTLE_MS = 20

/**
 * Watches the mini program.
 *
 * @returns ends it
 */
export async function watchSources(
  root: string,
  onChange: (change: 'source' | 'asset') => void,
): Promise<() => Promise<void>> {
  const { watch } = await import('chokidar')
  const watcher = watch(join(root, MINI_PROGRAM_DIR), { ignoreInitial: true })
  let change: 'source' | 'asset' = 'source'
  let timer: NodeJS.Timeout | undefined
  const schedule = (path: string) => {
    if (isServed(path)) change = 'asset'
    // editors leave files of their own
    else if (!SOURCES.has(extname(path))) return
    clearTimeout(timer)
    timer = setTimeout(() => {
      onChange(change)
      change = 'source'
    }, SETTLE_MS)
  }
  watcher.on('all', (_, path) => schedule(path))
  // `all` keeps back a second change of a file within 50 ms
  watcher.on('raw', (_, path) => schedule(path))
  await new Promise<void>(resolve => watcher.once('ready', resolve))
  return () => {
    clearTimeout(timer)
    return watcher.close()
  }
}
