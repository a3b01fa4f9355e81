import { readFileSync, statSync } from 'node:fs'
import { join, posix } from 'node:path'
import { MINI_PROGRAM_DIR } from '../../project/mini-program'
import type { Problem } from '../../project/problem'
import { resolveReference } from '../../project/references'
import { placeOf } from '../../project/text-place'

/** The files of one compilation: each is read once, and what is wrong with them is collected. */
export interface Sources {
  /** The root of the mini program on this machine. */
  readonly dir: string
  readonly problems: Problem[]
  /** @param path from the root of the mini program, with extension */
  has(path: string): boolean
  /** @returns undefined if there is no such file */
  read(path: string): string | undefined
  /** What was read until now of the files whose paths fit, in the order of the paths. */
  texts(paths: RegExp): [path: string, text: string | undefined][]
  /** Notes an error; `place` is an offset in the text or a place counted from 1. */
  fail(rule: string, path: string, message: string, place?: SourcePlace): void
}

export type SourcePlace = number | { line: number; column: number }

export function openSources(root: string): Sources {
  const dir = join(root, MINI_PROGRAM_DIR)
  const texts = new Map<string, string | undefined>()
  const problems: Problem[] = []
  const has = (path: string) => statSync(join(dir, path), { throwIfNoEntry: false })?.isFile() === true
  const read = (path: string) => {
    if (!texts.has(path)) texts.set(path, readIfThere(join(dir, path)))
    return texts.get(path)
  }
  return {
    dir,
    problems,
    has,
    read,
    texts: paths => [...texts].filter(([path]) => paths.test(path)).sort(([a], [b]) => (a < b ? -1 : 1)),
    fail(rule, path, message, place = { line: 1, column: 1 }) {
      const { line, column } = typeof place === 'number' ? placeOf(read(path) ?? '', place) : place
      // a script may import one from outside
      const file = posix.join(MINI_PROGRAM_DIR, path)
      const known = problems.some(one => one.file === file && one.line === line && one.message === message)
      if (!known) problems.push({ severity: 'error', rule, message, file, line, column })
    },
  }
}

/**
 * A path in a source as a path from the root of the mini program: `/` is that root, all else is relative to the file.
 *
 * @returns undefined if it leads out of the mini program
 */
export function resolvePath(path: string, from: string): string | undefined {
  const resolved = resolveReference(from, path)
  return resolved.startsWith('..') ? undefined : resolved
}

/** A file may go while it is looked at: an editor replaces it. */
function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').replaceAll('\r\n', '\n')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR') return undefined
    throw error
  }
}
