import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { KitError } from '../project/kit-error'

/** The folders that replacing `dist/cloudfunctions/` needs; all in `dist/`, so that renaming moves nothing. */
export interface Swap {
  /** What is used: DevTools uploads it, the local cloud runs it. */
  current: string
  /** Where the next one is made. */
  next: string
  /** Where the last one is while the next takes its place. */
  previous: string
}

export function swapFolders(distDir: string): Swap {
  return {
    current: join(distDir, 'cloudfunctions'),
    next: join(distDir, '.next'),
    previous: join(distDir, '.previous'),
  }
}

/**
 * Puts right what a build left that was killed: between the two renames of `swapIn()` the last output is in
 * `previous`, right after them folders that are not ours may still be there.
 *
 * @param isOurs whether the build makes a folder of that name
 */
export function recover(swap: Swap, isOurs: (name: string) => boolean): void {
  rmSync(swap.next, { recursive: true, force: true })
  if (!existsSync(swap.previous)) return
  if (existsSync(swap.current)) moveForeign(swap, isOurs)
  else move(swap.previous, swap.current)
  rmSync(swap.previous, { recursive: true, force: true })
}

/**
 * Replaces `current` by `next` with two renames, and keeps every entry that the build did not make.
 * A failure before the second rename puts the old folder back.
 */
export function swapIn(swap: Swap, isOurs: (name: string) => boolean): void {
  if (existsSync(swap.current)) move(swap.current, swap.previous)
  try {
    move(swap.next, swap.current)
  } catch (error) {
    if (existsSync(swap.previous)) move(swap.previous, swap.current)
    throw error
  }
  if (!existsSync(swap.previous)) return
  moveForeign(swap, isOurs)
  rmSync(swap.previous, { recursive: true, force: true, maxRetries: 3 })
}

/** Entries of `current` that the build did not make: DevTools creates and downloads functions there. */
export function foreignEntries(swap: Swap, isOurs: (name: string) => boolean): string[] {
  if (!existsSync(swap.current)) return []
  return readdirSync(swap.current)
    .filter(name => !isOurs(name) && name !== '.DS_Store')
    .sort()
}

function moveForeign(swap: Swap, isOurs: (name: string) => boolean): void {
  mkdirSync(swap.current, { recursive: true })
  for (const name of readdirSync(swap.previous)) {
    const target = join(swap.current, name)
    if (!isOurs(name) && !existsSync(target)) move(join(swap.previous, name), target)
  }
}

/** On Windows a folder cannot be renamed while another program holds a file in it open, mostly for a moment. */
const HELD = new Set(['EPERM', 'EACCES', 'EBUSY'])
const RETRY_MS = [20, 50, 100, 200, 400, 800]

function move(from: string, to: string): void {
  for (const wait of [...RETRY_MS, undefined]) {
    try {
      renameSync(from, to)
      return
    } catch (error) {
      if (!HELD.has((error as NodeJS.ErrnoException).code ?? '')) throw error
      if (wait === undefined) {
        throw new KitError(
          'in-use',
          `cannot replace ${to}: another program holds a file in it open. Close it, then build again; the previous output is whole`,
          { cause: error },
        )
      }
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, wait)
    }
  }
}
