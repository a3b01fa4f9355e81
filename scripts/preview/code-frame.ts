import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Lines shown before and after the one in question. */
const AROUND = 2
/** A line is cut here: minified files have lines of megabytes. */
const MAX_LENGTH = 300

/** The lines around a place in a file of the project, with their numbers; none without a place. */
export function codeFrame(
  root: string,
  { file, line }: { file?: string; line?: number },
): { number: number; text: string }[] {
  if (file === undefined || line === undefined || !existsSync(join(root, file))) return []
  const lines = readFileSync(join(root, file), 'utf8').split(/\r?\n/)
  const first = Math.max(0, line - 1 - AROUND)
  return lines
    .slice(first, line + AROUND)
    .map((text, index) => ({ number: first + index + 1, text: text.slice(0, MAX_LENGTH) }))
}
