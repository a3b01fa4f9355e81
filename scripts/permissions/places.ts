import { eachMapping, originalPositionFor, TraceMap } from '@jridgewell/trace-mapping'
import type { Place } from '../project/text-place'

/** A place in a source file; `file` is a path from the root of the project, with `/`. */
export interface SourcePlace extends Place {
  file: string
}

/** Finds the places in the developer's sources that the code of a bundle comes from. */
export interface Places {
  /** The place of an offset in the bundle; undefined for what the bundler added. */
  of(offset: number): SourcePlace | undefined
  /** The lines of a source, counted from 1, of which something is in the bundle. */
  linesIn(file: string): ReadonlySet<number>
}

/** @param map the source map of the bundle, v3, as JSON */
export function createPlaces(code: string, map: string): Places {
  let trace: TraceMap | undefined
  let lineStarts: number[] | undefined
  let lines: Map<string, Set<number>> | undefined

  function readLines(): Map<string, Set<number>> {
    const found = new Map<string, Set<number>>()
    trace ??= new TraceMap(map)
    eachMapping(trace, ({ source, originalLine }) => {
      if (source === null) return
      const set = found.get(source) ?? new Set()
      found.set(source, set.add(originalLine))
    })
    return found
  }

  return {
    of(offset) {
      trace ??= new TraceMap(map)
      lineStarts ??= startsOfLines(code)
      const line = lastAtMost(lineStarts, offset)
      const found = originalPositionFor(trace, { line: line + 1, column: offset - (lineStarts[line] ?? 0) })
      if (found.source === null) return undefined
      return { file: found.source, line: found.line, column: found.column + 1 }
    },
    linesIn(file) {
      lines ??= readLines()
      return lines.get(file) ?? new Set()
    },
  }
}

function startsOfLines(code: string): number[] {
  const starts = [0]
  for (let end = code.indexOf('\n'); end >= 0; end = code.indexOf('\n', end + 1)) starts.push(end + 1)
  return starts
}

/** The index of the last number that is not above `wanted`; `sorted` begins with one that is not. */
function lastAtMost(sorted: readonly number[], wanted: number): number {
  let low = 0
  let high = sorted.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) <= wanted) low = middle
    else high = middle
  }
  return low
}
