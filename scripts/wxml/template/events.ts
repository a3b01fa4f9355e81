import type { Expression } from 'oxc-parser'
import { type Attribute, isDynamic, type Tag } from './scan-template'

/** A method of the page that the template calls by name. */
export interface HandlerName {
  name: string
  offset: number
  /** The attribute: `bind:tap`. */
  attribute: string
}

/** `bind:tap`, `bindtap`, `catch:tap`, `mut-bind:tap`, `capture-bind:tap`, `worklet:onscroll`. */
const EVENT = /^(?:(?:capture-)?(?:bind|catch)|mut-bind)(?::|(?=[A-Za-z]))|^worklet:/

/** Many catch an event only to keep it from others, and write anything where the name of a method should stand. */
const NO_HANDLER = new Set(['', 'true'])

export function isEvent(attribute: string): boolean {
  return EVENT.test(attribute)
}

/** The handlers that a tag names: written out, or as the strings that an expression can come to. */
export function handlersOf(tag: Tag): HandlerName[] {
  return tag.attributes
    .filter(({ name }) => isEvent(name))
    .flatMap(attribute => {
      const { name, value = '', valueOffset } = attribute
      if (isDynamic(value)) return handlersIn(attribute)
      const trimmed = value.trim()
      if (NO_HANDLER.has(trimmed)) return []
      return [{ name: trimmed, offset: valueOffset + value.indexOf(trimmed), attribute: name }]
    })
}

/** Of `{{open ? 'close' : 'show'}}` both names. */
function handlersIn({ name: attribute, value = '', valueOffset }: Attribute): HandlerName[] {
  const [, before = '', source = ''] = /^(\s*\{\{)(.*)\}\}\s*$/s.exec(value) ?? []
  if (source === '' || source.includes('}}')) return []
  const { parseSync } = require('oxc-parser') as typeof import('oxc-parser')
  const { program, errors } = parseSync('handler.js', `(${source})`)
  const [statement] = program.body
  if (errors.length > 0 || statement?.type !== 'ExpressionStatement') return []
  return namesIn(statement.expression)
    .filter(({ name }) => !NO_HANDLER.has(name))
    .map(({ name, start }) => ({ name, offset: valueOffset + before.length + start, attribute }))
}

/** The strings that an expression can come to; `start` is that of the text in the quotes, without the bracket before it. */
function namesIn(node: Expression): { name: string; start: number }[] {
  switch (node.type) {
    case 'ParenthesizedExpression':
      return namesIn(node.expression)
    case 'ConditionalExpression':
      return [...namesIn(node.consequent), ...namesIn(node.alternate)]
    case 'LogicalExpression':
      return node.operator === '&&' ? namesIn(node.right) : [...namesIn(node.left), ...namesIn(node.right)]
    case 'Literal':
      return typeof node.value === 'string' ? [{ name: node.value, start: node.start }] : []
    default:
      return []
  }
}
