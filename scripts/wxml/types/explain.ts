import type { Problem } from '../../project/problem'
import { didYouMean, type Finding, problemAt, type Source } from '../source'
import type { Tag } from '../template/scan-template'
import type { TemplateContext } from './template-head'
import type { Origin, TypedTemplate } from './typed-template'

/** Names that are not there; the second code brings the nearest one along. */
const NO_SUCH_NAME = new Set(['TS2339', 'TS2551'])
const DOES_NOT_FIT = new Set(['TS2322', 'TS2559', 'TS2739', 'TS2740', 'TS2741'])
/** What can be the name of a method; templates take more than scripts do. */
const NAME = /^[\p{L}\w$-]+$/u
const NEVER_EQUAL = 'TS2367'
const MISFIT = /^Type '(.*?)' (?:is not assignable to|has no properties in common with) type '(.*?)'/

/**
 * Turns what the compiler says of the TypeScript of a template into a finding about the template. Most of it is not
 * worth saying: templates may do much that TypeScript does not like.
 */
export function explain(
  source: Source,
  tags: readonly Tag[],
  context: TemplateContext,
  typed: TypedTemplate,
  found: Problem,
): Problem | undefined {
  const origin = typed.originOf(found.line ?? 1, found.column ?? 1)
  const [, text = '', code = ''] = /^(.*) \((TS\d+)\)/s.exec(found.message) ?? []
  const finding = origin && describe(origin, tags, context, text, code)
  return finding && origin && problemAt(source, origin.offset, finding)
}

function describe(
  origin: Origin,
  tags: readonly Tag[],
  context: TemplateContext,
  text: string,
  code: string,
): Finding | undefined {
  switch (origin.kind) {
    case 'handler': {
      const { name, attribute } = origin.handler
      if (!NO_SUCH_NAME.has(code)) return undefined
      const mend = NAME.test(name)
        ? (didYouMean(name, namesOfType(text)) ?? `write the method "${name}"`)
        : 'only the name of a method may stand here; values travel by data-*: data-id="1" is event.currentTarget.dataset.id'
      return {
        rule: 'handler-unknown',
        message: `${attribute}: ${context.path} has no method "${name}"`,
        mend,
      }
    }
    case 'literal': {
      const { tag, attribute } = origin
      const [, wanted] = /^Type '"([^"]+)"' is not assignable to type 'true'/.exec(text) ?? []
      if (wanted === undefined) return undefined
      return {
        rule: 'property-type',
        message: `"${attribute.name}" of <${tag.name}> wants ${wanted}, not the text "${attribute.value}"`,
        mend: `write ${attribute.name}="{{...}}"`,
      }
    }
    case 'expression':
      return describeExpression(origin, tags, context, text, code)
  }
}

function describeExpression(
  { offset, before, after }: Extract<Origin, { kind: 'expression' }>,
  tags: readonly Tag[],
  context: TemplateContext,
  text: string,
  code: string,
): Finding | undefined {
  const [name = ''] = /^[\w$]+/.exec(after) ?? []
  const { tag, attribute } = attributeAt(tags, offset)
  if (NO_SUCH_NAME.has(code)) {
    const names = namesOfType(text)
    if (before.endsWith('_tag_.')) {
      if (!tag || !attribute) return undefined
      const mend = didYouMean(kebabCase(attribute.name), names.map(kebabCase))
      return { rule: 'property-unknown', message: `<${tag.name}> has no property "${attribute.name}"`, mend }
    }
    if (/_key_\(_for_\)\.\s*$/.test(before))
      return {
        severity: 'warning',
        rule: 'key-unknown',
        message: `wx:key="${name}": the items have no "${name}"`,
        mend: didYouMean(name, names) ?? 'name a member that no two items share, or write *this',
      }
    const object = objectBefore(before)
    const message =
      object === 'data' ? `the data of ${context.path} has no "${name}"` : `${object} has no "${name}"`
    const severity = context.owner.isTyped ? 'error' : 'warning'
    return { severity, rule: 'data-unknown', message, mend: didYouMean(name, names) ?? suggestionIn(text) }
  }
  if (DOES_NOT_FIT.has(code) && /^_tag_\./.test(after) && tag && attribute) {
    const [, given, wanted] = MISFIT.exec(text) ?? []
    if (given === undefined || wanted === undefined) return undefined
    const subject = `"${attribute.name}" of <${tag.name}>`
    const message =
      inWords(given) === inWords(wanted)
        ? `${subject} wants ${inWords(wanted)} of another shape: ${namesIn(wanted).join(', ')}`
        : `${subject} wants ${inWords(wanted)}, not ${inWords(given)}`
    return { rule: 'property-type', message }
  }
  if (code === NEVER_EQUAL) {
    const types = /the types '(.*?)' and '(.*?)' have no overlap/.exec(text)?.slice(1) ?? []
    const literal = types.find(type => /^".*"$/.test(type))
    // a number and a text may be equal in a template
    if (literal === undefined || types.some(type => /^(?:string|number|boolean)$/.test(type)))
      return undefined
    return {
      rule: 'comparison-never-true',
      message: `this is never ${literal}: the types of both sides say so`,
    }
  }
  return undefined
}

function attributeAt(tags: readonly Tag[], offset: number) {
  for (const tag of tags) {
    const attribute = tag.attributes.find(other => other.offset === offset)
    if (attribute) return { tag, attribute }
  }
  return { tag: undefined, attribute: undefined }
}

/** What stands before the dot, as the template has it: `item.user` for `item?.user?.`. */
function objectBefore(code: string): string {
  const [path = ''] = /[\w$.?[\]"']+$/.exec(code.replace(/\?\.$|\.$/, '')) ?? []
  return (
    path
      .replaceAll('?.', '.')
      .replaceAll('.[', '[')
      .replace(/^data\./, '') || 'the value'
  )
}

/** Of a text or a list, whose members the message does not show, the compiler knows the nearest. */
function suggestionIn(text: string): string | undefined {
  const [, nearest] = /Did you mean '([^']+)'\?/.exec(text) ?? []
  return nearest === undefined ? undefined : `did you mean "${nearest}"?`
}

/** The names of the members of the type that a message shows: of `{ id: string; user: { name: string } }` the first two. */
function namesOfType(text: string): string[] {
  return namesIn(/does not exist on type '(.*?)'(?:\.|$)/s.exec(text)?.[1] ?? '')
}

function namesIn(type: string): string[] {
  const names: string[] = []
  let depth = 0
  for (const [part, name] of type.matchAll(
    /[{}()[\]]|"(?:\\.|[^"\\])*"|(?<=[{;] )(?:readonly )?([\w$]+)\??:/g,
  )) {
    if (/^[{([]$/.test(part)) depth++
    else if (/^[})\]]$/.test(part)) depth--
    else if (name !== undefined && depth === 1) names.push(name)
  }
  return names
}

const ALIAS = /^_(?:View|Take)Of_<(?:NonNullable<(.*)>|(.*))>$/

function inWords(type: string): string {
  const plain = type.replaceAll(/ \| (?:null|undefined|false)\b|\bfalse \| /g, '').replace(ALIAS, '$1$2')
  if (plain.endsWith('[]')) return 'an array'
  return plain.startsWith('{') ? 'an object' : plain.replaceAll(' | ', ' or ')
}

function kebabCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)
}
