import { posix } from 'node:path'
import { MINI_PROGRAM_DIR, type MiniProgramFiles } from '../project/mini-program'
import { nearestName } from '../project/nearest-name'
import type { Problem, Severity } from '../project/problem'
import { resolveReference } from '../project/references'
import { placeOf } from '../project/text-place'

/** A file that is read, for findings in it. */
export interface Source {
  /** From the folder of the mini program. */
  path: string
  text: string
}

export interface Finding {
  rule: string
  message: string
  mend?: string | undefined
  /** @default 'error' */
  severity?: Severity
}

export function sourceOf(files: MiniProgramFiles, path: string): Source {
  return { path, text: files.text(path) }
}

/** The path from the root of the project, as findings name it. */
export function shownPath(path: string): string {
  return `${MINI_PROGRAM_DIR}/${path}`
}

/** A finding at an offset of a file. */
export function problemAt({ path, text }: Source, offset: number, finding: Finding): Problem {
  const { severity = 'error', rule, message, mend } = finding
  const place = { file: shownPath(path), ...placeOf(text, offset) }
  return { severity, rule, message, ...place, ...(mend === undefined ? {} : { mend }) }
}

/** `did you mean "name"?`, if a name is near enough. */
export function didYouMean(wanted: string, names: Iterable<string>): string | undefined {
  const nearest = nearestName(wanted, names)
  return nearest === undefined ? undefined : `did you mean "${nearest}"?`
}

/**
 * The file that a reference was most likely to lead to: one of nearly the same name, in any folder. It is given as it
 * has to be written, from the folder of the file with the reference unless that began with `/`, too.
 *
 * @param from the file with the reference
 */
export function didYouMeanFile(
  from: string,
  reference: string,
  files: readonly string[],
): string | undefined {
  const others = files.filter(file => file !== from)
  const fromRoot = resolveReference('', reference)
  const meant = others.includes(fromRoot) ? fromRoot : nearestFile(resolveReference(from, reference), others)
  if (meant === undefined) return undefined
  // scripts of templates take no other paths than relative ones
  const isAbsolute = reference.startsWith('/') && !meant.endsWith('.wxs')
  return `did you mean "${isAbsolute ? `/${meant}` : relativePath(from, meant)}"?`
}

function nearestFile(path: string, files: readonly string[]): string | undefined {
  const name = nearestName(stemOf(path), files.map(stemOf))
  const candidates = files.filter(file => stemOf(file) === name)
  return nearestName(path, candidates) ?? candidates[0]
}

/** An ending that they share makes no two names alike. */
function stemOf(path: string): string {
  return posix.parse(path).name
}

function relativePath(from: string, to: string): string {
  const path = posix.relative(posix.dirname(from), to)
  return path.startsWith('.') ? path : `./${path}`
}
