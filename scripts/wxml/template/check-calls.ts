import type { Expression, Program, Super } from 'oxc-parser'
import type { Problem } from '../../project/problem'
import { problemAt, type Source } from '../source'
import { attributeOf, type Tag, type TemplateExpression } from './scan-template'

/**
 * Calls in the expressions of a template. It has none but those of the functions of `<wxs>`: a method of a text, a
 * number or a list is not there when the template is shown, which then stays empty.
 * https://developers.weixin.qq.com/miniprogram/dev/reference/wxml/data.html
 *
 * @param modules the names of the `<wxs>` modules that the template sees
 */
export function checkCalls(
  source: Source,
  expressions: readonly TemplateExpression[],
  modules: ReadonlySet<string>,
): Problem[] {
  return expressions
    .filter(({ text }) => text.includes('('))
    .flatMap(({ text, offset }) =>
      callsIn(text)
        .filter(({ root }) => root === undefined || !modules.has(root))
        .map(({ callee, start }) =>
          problemAt(source, offset + start, {
            rule: 'template-call',
            message: `${callee}(): a template can call nothing but the functions of a <wxs> module`,
            mend: "compute it in the page's data, or call a function of a <wxs> module",
          }),
        ),
    )
}

/** The names of the `<wxs>` modules in a template. */
export function modulesOf(tags: readonly Tag[]): string[] {
  return tags.flatMap(tag => (tag.name === 'wxs' ? (attributeOf(tag, 'module')?.value ?? []) : []))
}

interface Call {
  /** As written. */
  callee: string
  /** The name that the callee begins with: `env` of `env.id.slice`, none of `[1].concat`. */
  root: string | undefined
  start: number
}

function callsIn(expression: string): Call[] {
  const parsed = parse(expression)
  if (!parsed) return []
  const { program, shift } = parsed
  const { Visitor } = require('oxc-parser') as typeof import('oxc-parser')
  const calls: Call[] = []
  new Visitor({
    CallExpression({ callee }) {
      const [start, end] = [callee.start - shift, callee.end - shift]
      calls.push({ callee: expression.slice(start, end), root: rootOf(callee), start })
    },
  }).visit(program)
  return calls
}

/** `data="{{user, size: 1}}"` holds the members of an object, everything else an expression. */
function parse(expression: string): { program: Program; shift: number } | undefined {
  const { parseSync } = require('oxc-parser') as typeof import('oxc-parser')
  for (const [before, after] of [
    ['(', ')'],
    ['({', '})'],
  ] as const) {
    const { program, errors } = parseSync('expression.js', before + expression + after)
    if (errors.length === 0) return { program, shift: before.length }
  }
  return undefined
}

function rootOf(callee: Expression | Super): string | undefined {
  if (callee.type === 'Identifier') return callee.name
  return callee.type === 'MemberExpression' ? rootOf(callee.object) : undefined
}
