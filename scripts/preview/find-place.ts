import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping'
import { MINI_PROGRAM_DIR } from '../project/mini-program'
import type { ShownProblem } from './client/problems'
import { codeFrame } from './code-frame'

/** Where in the sources a place of the bundled code comes from; both counted from 1, as a stack does. */
export function findPlace(root: string, map: string, line: number, column: number): Partial<ShownProblem> {
  if (!Number.isInteger(line) || !Number.isInteger(column) || line < 1 || column < 1) return {}
  const found = originalPositionFor(new TraceMap(map), { line, column: column - 1 })
  if (found.source === null) return {}
  const place = { file: `${MINI_PROGRAM_DIR}/${found.source}`, line: found.line, column: found.column + 1 }
  return { ...place, frame: codeFrame(root, place) }
}
