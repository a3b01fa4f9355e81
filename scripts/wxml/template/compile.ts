import type { TmplConvertedExpr } from 'glass-easel-template-compiler'
import type { Problem } from '../../project/problem'
import { loadTemplateCompiler } from '../../project/template-compiler'
import { problemAt, type Source } from '../source'

/** One finding of the compiler. Lines and columns count from 0. */
interface Warning {
  level: 'Fatal' | 'Error' | 'Warn' | 'Note'
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
  'data bindings are not allowed for this attribute':
    'write the plain text; wx:key takes the name of a member, or *this',
}

/**
 * Compiles one template. The compiler goes on after most faults and calls them warnings; DevTools does not, so all of
 * them are errors here.
 */
export function compileTemplate({ path, text }: Source): Compiled {
  const { TmplGroup } = loadTemplateCompiler()
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

function toProblem(source: Source, { level, message, startLine, startColumn }: Warning): Problem {
  const offset = offsetOf(source.text, startLine, startColumn)
  return problemAt(source, offset, {
    severity: level === 'Note' ? 'warning' : 'error',
    rule: 'wxml-syntax',
    message: message === 'invalid attribute' ? 'this attribute cannot stand here' : message,
    mend:
      message === 'unexpected character inside expression'
        ? mendOfExpression(source.text, offset)
        : MENDS[message],
  })
}

/** What people take from JavaScript into templates. */
function mendOfExpression(text: string, offset: number): string | undefined {
  if (text.startsWith('?.', offset))
    return 'a template reads through null and undefined by itself: write a plain dot'
  if (text.startsWith('`', offset)) return 'join strings with +'
  return text.startsWith('=>', offset) || text.slice(0, offset).endsWith('new ')
    ? 'do it in the page, or in a .wxs'
    : undefined
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
