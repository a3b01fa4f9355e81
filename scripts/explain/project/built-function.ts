import { originalPositionFor, TraceMap, traceSegment } from '@jridgewell/trace-mapping'
import type { Project } from './project'

/** The place in a source that a position of a package comes from. */
export interface SourcePlace {
  /** From the root of the project, with `/`. */
  file: string
  /** Counted from 1. */
  line: number
  column: number
  /** The text that the file had when it was built; undefined for a package's. */
  text?: string
}

/** A built function with its source map. */
export interface BuiltFunction {
  name: string
  /** Whether the code has this position; if not, the position is of another build. */
  has(line: number, column: number): boolean
  /** Whether a piece of source begins at exactly this position, as it does where an error is thrown. */
  isExact(line: number, column: number): boolean
  sourceOf(line: number, column: number): SourcePlace | undefined
}

/** Why a position cannot be mapped. */
export type NotBuilt = 'no-build' | 'no-map' | 'broken-map'

/** Reads `dist/cloudfunctions/<name>/index.js` and `dist/maps/<name>.js.map`. */
export function readBuiltFunction(project: Project, name: string): BuiltFunction | NotBuilt {
  const code = project.read(`dist/cloudfunctions/${name}/index.js`)
  if (code === undefined) return 'no-build'
  const map = project.read(`dist/maps/${name}.js.map`)
  if (map === undefined) return 'no-map'
  const trace = parseMap(map)
  if (!trace) return 'broken-map'
  const lines = code.split('\n')
  const textOf = (file: string) => trace.sourcesContent?.[trace.sources.indexOf(file)] ?? undefined
  return {
    name,
    has: (line, column) => column <= (lines[line - 1]?.length ?? -1),
    isExact: (line, column) => traceSegment(trace, line - 1, column - 1)?.[0] === column - 1,
    sourceOf(line, column) {
      const { source, line: at, column: from } = originalPositionFor(trace, { line, column: column - 1 })
      if (source === null) return undefined
      return { file: source, line: at, column: from + 1, text: textOf(source) }
    },
  }
}

function parseMap(map: string): TraceMap | undefined {
  try {
    const trace = new TraceMap(map)
    // it takes the mappings apart only when it is first asked
    traceSegment(trace, 0, 0)
    return trace
  } catch (error) {
    // not JSON, or not a map: a build that was cut off, or a file that somebody edited
    if (error instanceof SyntaxError || error instanceof TypeError) return undefined
    throw error
  }
}
