import type { TmplConvertedExpr } from 'glass-easel-template-compiler'
import type { Problem } from '../../project/problem'
import { problemAt, type Source } from '../source'

/** One finding of the compiler. Lines and columns count from 0. */
interface Warning {
  message: string
  startLine: number
  startColumn: number
}

/** A template as the official compiler sees it. */
export interface Compiled {
  problems: Problem[]
  /** The template as TypeScript, with the places it came from. */
  convert(): { code: string; expression: TmplConvertedExpr }
}

const MENDS: Readonly<Record<string, string>> = {
  'missing end tag': 'close the tag, or end it with />',
  'missing expression end': 'close it with }}',
  'invalid attribute prefix': 'wx: takes if, elif, else, for, for-item, for-index and key',
  'invalid end tag': 'remove it, or open the tag before it',
  'duplicated attribute': 'keep one of the two',
}

/** What people take from JavaScript into templates; the compiler stops at its first or second part. */
const NOT_IN_EXPRESSIONS: readonly [from: RegExp, mend: string][] = [
  [/^.{4}\?\./s, 'a template reads through null and undefined by itself: write a plain dot'],
  [/^.{4}\?\?|^.{3}\?\?/s, 'write a ? a : b'],
  [/^.{4}`/s, 'join strings with +'],
  [/^.{4}=>|^new /s, 'do it in the page, or in a .wxs'],
]

/**
 * Compiles one template. The compiler goes on after most faults and calls them warnings; DevTools does not, so all of
 * them are errors here.
 */
export function compileTemplate({ path, text }: Source): Compiled {
  // takes 0.2 s to load
  const { TmplGroup } =
    require('glass-easel-template-compiler') as typeof import('glass-easel-template-compiler')
  const group = new TmplGroup()
  const name = path.slice(0, -'.wxml'.length)
  const warnings = group.addTmpl(name, text) as Warning[]
  return {
    problems: withoutEchoes(warnings).map(warning => toProblem({ path, text }, warning)),
    convert() {
      const expression = group.getTmplConvertedExpr(name, '')
      return { code: expression.code() ?? '', expression }
    },
  }
}

/** One tag that is not closed makes the compiler doubt every tag around it. */
function withoutEchoes(warnings: readonly Warning[]): Warning[] {
  const isUnbalanced = ({ message }: Warning) => /^(?:missing|invalid) end tag$/.test(message)
  const first = warnings.find(isUnbalanced)
  return warnings.filter(warning => warning === first || !isUnbalanced(warning))
}

function toProblem(source: Source, { message, startLine, startColumn }: Warning): Problem {
  const offset = offsetOf(source.text, startLine, startColumn)
  const [, mendHere] =
    NOT_IN_EXPRESSIONS.find(([pattern]) => pattern.test(source.text.slice(offset - 4))) ?? []
  return problemAt(source, offset, {
    rule: 'wxml-syntax',
    message: message === 'invalid attribute' ? 'this attribute cannot stand here' : message,
    mend: MENDS[message] ?? (message === 'unexpected character inside expression' ? mendHere : undefined),
  })
}

/** @param line and column count from 0 */
export function offsetOf(text: string, line: number, column: number): number {
  let start = 0
  for (let passed = 0; passed < line; passed++) {
    const next = text.indexOf('\n', start)
    if (next < 0) break
    start = next + 1
  }
  return start + column
}
