import { type Node, parseSync } from 'oxc-parser'
import { placeOf } from '../project/text-place'
import { type CommentContent, parseComment } from './parse-comment'
import type { SourcePlace } from './places'
import { childrenOf } from './tree'

/** A comment that tells the permission check what it cannot see, or should not ask for. */
export interface Directive extends CommentContent {
  place: SourcePlace
  /** First and last line of the code it speaks of; undefined if no code follows it. */
  lines: readonly [first: number, last: number] | undefined
  /** Whether it speaks of what stands at a place. */
  covers(place: SourcePlace): boolean
}

/** Lines and offsets of a statement; lines are counted from 1. */
interface Statement {
  start: number
  end: number
  firstLine: number
  lastLine: number
}

const STATEMENT = /(?<!Block)(Statement|Declaration|Definition)$/

/**
 * The comments of a source file that speak to the permission check. One speaks of the code on its own line or, if it
 * stands alone, of the statement directly below; other comments may lie in between, an empty line may not.
 *
 * @param file path from the root of the project, with `/`
 */
export function readDirectives(file: string, source: string): Directive[] {
  const { program, comments } = parseSync(file, source)
  const found = comments.flatMap(({ value, start, end }) =>
    parseComment(value).map(content => ({
      content,
      place: placeOf(source, start),
      endLine: placeOf(source, end).line,
    })),
  )
  if (found.length === 0) return []

  const codeLines = maskComments(source, comments).split('\n')
  const sourceLines = source.split('\n')
  const statements = statementsIn(program, source)
  return found.map(({ content, place, endLine }) => {
    const line = lineSpokenOf(codeLines, sourceLines, place.line, endLine)
    return {
      ...content,
      place: { file, ...place },
      lines: line === undefined ? undefined : [line, lastLineOf(statements, line)],
      covers: other => {
        if (other.file !== file || line === undefined) return false
        return other.line === line || innermost(statements, offsetOf(sourceLines, other))?.firstLine === line
      },
    }
  })
}

/** The line of code that a comment from line `first` to `last` speaks of. */
function lineSpokenOf(
  codeLines: readonly string[],
  sourceLines: readonly string[],
  first: number,
  last: number,
): number | undefined {
  const hasCode = (line: number) => codeLines[line - 1]?.trim() !== ''
  if (hasCode(last)) return last
  if (hasCode(first)) return first
  for (let line = last + 1; line <= sourceLines.length; line++) {
    if (hasCode(line)) return line
    if (sourceLines[line - 1]?.trim() === '') return undefined
  }
  return undefined
}

/** Every statement and class member, an outer one before those in it. */
function statementsIn(node: Node, source: string): Statement[] {
  const inside = childrenOf(node).flatMap(child => statementsIn(child, source))
  if (!STATEMENT.test(node.type)) return inside
  const { start, end } = node
  return [
    { start, end, firstLine: placeOf(source, start).line, lastLine: placeOf(source, end).line },
    ...inside,
  ]
}

/** The source with blanks in the place of its comments. */
function maskComments(source: string, comments: readonly { start: number; end: number }[]): string {
  let masked = ''
  let done = 0
  for (const { start, end } of comments) {
    masked += source.slice(done, start) + source.slice(start, end).replace(/[^\n]/g, ' ')
    done = end
  }
  return masked + source.slice(done)
}

function lastLineOf(statements: readonly Statement[], firstLine: number): number {
  return Math.max(
    firstLine,
    ...statements.filter(one => one.firstLine === firstLine).map(one => one.lastLine),
  )
}

/** Statements are in the order of their starts, so the last one around an offset is the innermost. */
function innermost(statements: readonly Statement[], offset: number): Statement | undefined {
  return statements.filter(({ start, end }) => start <= offset && offset < end).at(-1)
}

function offsetOf(sourceLines: readonly string[], { line, column }: SourcePlace): number {
  return sourceLines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0) + column - 1
}
