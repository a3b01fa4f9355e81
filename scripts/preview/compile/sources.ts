import { existsSync, readFileSync, statSync } from 'node:fs'
import { join, posix } from 'node:path'
import type { Problem } from '../../project/problem'
import { placeOf } from '../../project/text-place'

/** The folder of the mini program, from the root of the project. */
export const MINIPROGRAM_DIR = 'miniprogram'

/** The files of one compilation: each is read once, and what is wrong with them is collected. */
export interface Sources {
  /** The root of the mini program on this machine. */
  readonly dir: string
  readonly problems: Problem[]
  /** @param path from the root of the mini program, with extension */
  has(path: string): boolean
  /** @returns undefined if there is no such file */
  read(path: string): string | undefined
  /** Notes an error; `place` is an offset in the text or a place counted from 1. */
  fail(rule: string, path: string, message: string, place?: SourcePlace): void
}

export type SourcePlace = number | { line: number; column: number }

export function openSources(root: string): Sources {
  const dir = join(root, MINIPROGRAM_DIR)
  const texts = new Map<string, string | undefined>()
  const problems: Problem[] = []
  const has = (path: string) => existsSync(join(dir, path)) && statSync(join(dir, path)).isFile()
  const read = (path: string) => {
    if (!texts.has(path)) {
      texts.set(path, has(path) ? readFileSync(join(dir, path), 'utf8').replaceAll('\r\n', '\n') : undefined)
    }
    return texts.get(path)
  }
  return {
    dir,
    problems,
    has,
    read,
    fail(rule, path, message, place = { line: 1, column: 1 }) {
      const { line, column } = typeof place === 'number' ? placeOf(read(path) ?? '', place) : place
      const file = `${MINIPROGRAM_DIR}/${path}`
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
  const resolved = path.startsWith('/')
    ? posix.normalize(path).slice(1)
    : posix.join(posix.dirname(from), path)
  return resolved.startsWith('..') ? undefined : resolved
}
