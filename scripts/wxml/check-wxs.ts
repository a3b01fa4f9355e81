import type { Node, Program, VisitorObject } from 'oxc-parser'
import type { MiniProgramFiles } from '../project/mini-program'
import type { Problem, Severity } from '../project/problem'
import { resolveReference } from '../project/references'
import { didYouMeanFile, type Finding, problemAt, type Source, shownPath } from './source'

/**
 * What the documentation of WXS does not have: it lists `var`, `function`, `if`, `switch`, `for`, `while` and `do`
 * with the operators of ES5. https://developers.weixin.qq.com/miniprogram/dev/reference/wxs/
 */
const NOT_IN_WXS: Readonly<Record<string, { what: string; mend: string; severity?: Severity }>> = {
  ArrowFunctionExpression: { what: 'arrow functions', mend: 'write function (...) { return ... }' },
  ClassDeclaration: { what: 'classes', mend: 'write a function' },
  ClassExpression: { what: 'classes', mend: 'write a function' },
  ExportDefaultDeclaration: { what: 'export', mend: 'write module.exports = ...' },
  ExportNamedDeclaration: { what: 'export', mend: 'write module.exports.name = ...' },
  ForOfStatement: { what: 'for ... of', mend: 'write for (var i = 0; ...)' },
  ImportDeclaration: { what: 'import', mend: "write var x = require('./x.wxs')" },
  ArrayPattern: { what: 'destructuring', mend: 'read the items one by one' },
  ObjectPattern: { what: 'destructuring', mend: 'read the members one by one' },
  SpreadElement: { what: 'spreading', mend: 'write it out' },
  TemplateLiteral: { what: 'template strings', mend: 'join strings with +' },
  NewExpression: { what: 'new', mend: 'dates come from getDate(), regular expressions from getRegExp()' },
  // not listed, but nowhere ruled out
  ForInStatement: { what: 'for ... in', mend: 'write for (var i = 0; ...)', severity: 'warning' },
  ThrowStatement: { what: 'throw', mend: 'return a value that says so', severity: 'warning' },
  TryStatement: { what: 'try', mend: 'test the value before', severity: 'warning' },
}

/** A script: a file of its own, or what stands inside `<wxs>`. */
export interface Script {
  text: string
  /** Where it begins in its file. */
  offset: number
}

/** The syntax of a script, what WXS does not have, and the scripts that it requires. */
export function checkWxs(source: Source, script: Script, files: MiniProgramFiles): Problem[] {
  const problems: Problem[] = []
  const report = (start: number, finding: Finding) =>
    problems.push(problemAt(source, script.offset + start, finding))
  const parsed = parse(script.text)
  if ('error' in parsed) {
    report(parsed.error.start, { rule: 'wxs-syntax', message: parsed.error.message })
    return problems
  }
  const visitor: VisitorObject = {
    ...Object.fromEntries(
      Object.entries(NOT_IN_WXS).map(([type, { what, mend, severity = 'error' }]) => [
        type,
        ({ start }: Node) =>
          report(start, {
            severity,
            rule: 'wxs-syntax',
            message: `WXS is not documented to have ${what}`,
            mend,
          }),
      ]),
    ),
    VariableDeclaration({ kind, start }) {
      if (kind !== 'var')
        report(start, { rule: 'wxs-syntax', message: `WXS has no ${kind}`, mend: 'write var' })
    },
    Literal(node) {
      if ('regex' in node)
        report(node.start, {
          rule: 'wxs-syntax',
          message: 'WXS has no regular expressions between slashes',
          mend: "write getRegExp('...')",
        })
    },
    CallExpression({ callee, arguments: [argument] }) {
      const isRequire = callee.type === 'Identifier' && callee.name === 'require'
      if (!isRequire || argument?.type !== 'Literal' || typeof argument.value !== 'string') return
      const path = resolveReference(source.path, argument.value)
      if (!files.has(path)) report(argument.start + 1, missing(source.path, argument.value, files))
    },
  }
  const { Visitor } = require('oxc-parser') as typeof import('oxc-parser')
  new Visitor(visitor).visit(parsed.program)
  return problems
}

/** A comment that is never closed goes on to the end of the script: the documentation calls it the ending comment. */
function parse(text: string): { program: Program } | { error: { message: string; start: number } } {
  const { parseSync } = require('oxc-parser') as typeof import('oxc-parser')
  const { program, errors } = parseSync('script.js', text, { sourceType: 'unambiguous' })
  const [first] = errors
  if (!first) return { program }
  if (/unterminated.*comment/i.test(first.message) && !text.endsWith('*/')) return parse(`${text}*/`)
  return { error: { message: first.message, start: first.labels[0]?.start ?? 0 } }
}

function missing(from: string, reference: string, files: MiniProgramFiles): Finding {
  return {
    rule: 'wxs-missing',
    message: `require: there is no ${shownPath(resolveReference(from, reference))}`,
    mend: didYouMeanFile(from, reference, files.endingWith('.wxs')),
  }
}
