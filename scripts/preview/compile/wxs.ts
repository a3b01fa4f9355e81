import { parseSync, Visitor } from 'oxc-parser'
import { placeOf } from '../../project/text-place'

export type CompiledWxs = { code: string } | { message: string; line: number; column: number }

/**
 * What WXS has and JavaScript has not, for the templates' code: `x.constructor` is a word such as `'Array'`, and
 * `getRegExp` and `getDate` make what has no literal.
 * https://developers.weixin.qq.com/miniprogram/dev/reference/wxs/06datatype.html
 */
export const WXS_RUNTIME = `
var wxsConstructor = x => x == null ? undefined : Object.prototype.toString.call(x).slice(8, -1);
var getRegExp = (pattern, flags) => new RegExp(pattern, flags);
var getDate = (...args) => args.length === 0 ? new Date() : new Date(...args);
`

/**
 * Checks the syntax of a WXS script, rewrites `x.constructor`, and takes the extension from what is required, since the
 * engine knows scripts without. The place of an error is counted from 1.
 */
export function compileWxs(source: string): CompiledWxs {
  const { program, errors } = parseSync('script.js', source, { sourceType: 'commonjs' })
  const [error] = errors
  if (error) return { message: error.message, ...placeOf(source, error.labels[0]?.start ?? 0) }
  const inserts: { at: number; text: string; end: number }[] = []
  new Visitor({
    MemberExpression({ object, property, computed, end }) {
      if (computed || property.type !== 'Identifier' || property.name !== 'constructor') return
      inserts.push({ at: object.start, text: 'wxsConstructor(', end: object.start })
      inserts.push({ at: object.end, text: ')', end })
    },
    CallExpression({ callee, arguments: [argument] }) {
      if (callee.type !== 'Identifier' || callee.name !== 'require') return
      if (argument?.type !== 'Literal' || typeof argument.value !== 'string') return
      const name = JSON.stringify(argument.value.replace(/\.wxs$/, ''))
      inserts.push({ at: argument.start, text: name, end: argument.end })
    },
  }).visit(program)
  // from the end, so that what comes before keeps its place
  inserts.sort((a, b) => b.at - a.at)
  let code = source
  for (const { at, text, end } of inserts) code = code.slice(0, at) + text + code.slice(end)
  return { code }
}
