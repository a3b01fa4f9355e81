import { extname, join } from 'node:path'
import { MINIPROGRAM_DIR } from './compile/sources'

/** What is compiled; all else that changes is a picture or the like. */
const SOURCES = new Set(['.ts', '.js', '.json', '.wxml', '.wxss', '.wxs'])
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
  const watcher = watch(join(root, MINIPROGRAM_DIR), { ignoreInitial: true })
  let change: 'source' | 'asset' = 'source'
  let timer: NodeJS.Timeout | undefined
  watcher.on('all', (_, path) => {
    if (extname(path) !== '' && !SOURCES.has(extname(path))) change = 'asset'
    clearTimeout(timer)
    timer = setTimeout(() => {
      onChange(change)
      change = 'source'
    }, SETTLE_MS)
  })
  await new Promise<void>(resolve => watcher.once('ready', resolve))
  return () => {
    clearTimeout(timer)
    return watcher.close()
  }
}
