import { type FSWatcher, readdirSync, statSync, watch } from 'node:fs'
import { extname, join } from 'node:path'
import { MINI_PROGRAM_DIR } from '../project/mini-program'
import { isServed } from './mini-program-file'

/** What is compiled; without an extension it may be a folder. */
const SOURCES = new Set(['', '.ts', '.js', '.json', '.wxml', '.wxss', '.wxs'])
/** An editor writes in several steps. Short, for what is edited should be seen at once. */
const SETTLE_MS = 20

/**
 * Watches the mini program, folder by folder.
 *
 * Not with chokidar, which keeps back a second change within 50 ms, and which loses folders that go and come back at
 * once, as a checkout does it. Here nothing needs to be known of a change but that there was one.
 *
 * @returns ends it
 */
export function watchSources(root: string, onChange: (change: 'source' | 'asset') => void): () => void {
  let watchers: FSWatcher[] = []
  let folders = new Set<string>()
  let change: 'source' | 'asset' = 'source'
  let isMoved = false
  let timer: NodeJS.Timeout | undefined

  const heard = (folder: string, event: string, name: string | null) => {
    if (folder === root && name !== null && name !== MINI_PROGRAM_DIR) return
    if (name !== null && isServed(name)) change = 'asset'
    // editors leave files of their own
    else if (name !== null && !SOURCES.has(extname(name))) return
    if (event === 'rename') isMoved = true
    clearTimeout(timer)
    timer = setTimeout(settled, SETTLE_MS)
  }
  const settled = () => {
    // before all is read again, so that what changes from here on is heard
    if (isMoved) watchAnew()
    isMoved = false
    onChange(change)
    change = 'source'
  }
  /** A folder that came back under its name is another one to the system. */
  const watchAnew = () => {
    const before = folders
    end()
    folders = new Set()
    open(root, [MINI_PROGRAM_DIR])
    const arrived = [...folders].filter(folder => !before.has(folder))
    if (arrived.some(folder => namesIn(folder).some(isServed))) change = 'asset'
  }
  /** @param names of the folders in it; all of them by default */
  const open = (folder: string, names?: readonly string[]): void => {
    try {
      if (!statSync(folder).isDirectory()) return
      const watcher = watch(folder, (event, name) => heard(folder, event, name))
      // on Windows a folder that goes is an error
      watcher.on('error', () => heard(folder, 'rename', null))
      watchers.push(watcher)
      folders.add(folder)
      for (const name of names ?? namesIn(folder)) open(join(folder, name))
    } catch (error) {
      // it went meanwhile, which the folder above it hears
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    }
  }
  const end = () => {
    for (const watcher of watchers) watcher.close()
    watchers = []
  }
  open(root, [MINI_PROGRAM_DIR])
  return () => {
    clearTimeout(timer)
    end()
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter(name => name !== 'node_modules')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
