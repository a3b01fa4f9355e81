import { posix } from 'node:path'
import { MINI_PROGRAM_DIR, type MiniProgramFiles } from '../project/mini-program'
import { nearestName } from '../project/nearest-name'
import type { Problem, Severity } from '../project/problem'
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

/** The file that was most likely meant: one of nearly the same name, in any folder. */
export function didYouMeanFile(wanted: string, files: readonly string[]): string | undefined {
  const nearest = nearestName(
    posix.basename(wanted),
    files.map(file => posix.basename(file)),
  )
  const candidates = files.filter(file => posix.basename(file) === nearest)
  const [first] = candidates
  return first === undefined ? undefined : `did you mean "${nearestName(wanted, candidates) ?? first}"?`
}
