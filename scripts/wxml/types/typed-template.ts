import { type Compiled, offsetOf } from '../template/compile'
import { type HandlerName, handlersOf, isEvent } from '../template/events'
import { type Attribute, isDynamic, type Tag } from '../template/scan-template'
import { camelCase } from './read-owner'
import { headOf, propertiesName, type TemplateContext, usedComponents } from './template-head'

/** Where something in the TypeScript of a template came from. */
export type Origin =
  | { kind: 'handler'; offset: number; handler: HandlerName }
  | { kind: 'literal'; offset: number; tag: Tag; attribute: Attribute }
  | { kind: 'expression'; offset: number; before: string; after: string }

/** A template as TypeScript. */
export interface TypedTemplate {
  code: string
  /** @param line and column count from 1, in `code` */
  originOf(line: number, column: number): Origin | undefined
}

/** The compiler begins with a line for declarations and three for types of its own, which `DECLARATIONS` has better. */
const HEAD_LINES = 4
const KEY_START = '0 as unknown as _ForKey_<typeof _for_,"'

/** Puts a template into the words of TypeScript, so that a wrong name in it is a type error. */
export function typeTemplate(
  text: string,
  tags: readonly Tag[],
  compiled: Compiled,
  context: TemplateContext,
): TypedTemplate {
  const { code, expression } = compiled.convert()
  const converted = adjust(code, tags).split('\n').slice(HEAD_LINES)
  const body = [headOf(tags, context), ...Array<string>(HEAD_LINES - 1).fill(''), ...converted]
  const components = usedComponents(tags, context).map(({ name }) => name)
  const checks = [
    ...tags.flatMap(handlersOf).map(handler => ({
      code: memberCode('methods', handler.name),
      origin: { kind: 'handler', offset: handler.offset, handler } satisfies Origin,
    })),
    ...tags.flatMap(tag => literalsOf(tag, components)),
  ]
  return {
    code: `${[...body, ...checks.map(check => check.code)].join('\n')}\nexport {}\n`,
    originOf(line, column) {
      const check = checks[line - 1 - body.length]
      if (check) return check.origin
      const place = expression.getSourceLocation(line - 1, column - 1, line - 1, column - 1)
      if (!place) return undefined
      const [startLine = 0, startColumn = 0] = place
      const lineText = body[line - 1] ?? ''
      const offset = offsetOf(text, startLine, startColumn)
      return {
        kind: 'expression',
        offset,
        before: lineText.slice(0, column - 1),
        after: lineText.slice(column - 1),
      }
    },
  }
}

/** Names that are no identifiers cannot stand behind a dot. */
function memberCode(object: string, name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name)
    ? `${object}.${name};`
    : `0 as any as (typeof ${object})[${JSON.stringify(name)}];`
}

/** Changes only what keeps every line and column where it was, since the places are found by them. */
function adjust(code: string, tags: readonly Tag[]): string {
  const events = tags.flatMap(({ attributes }) => attributes.filter(({ name }) => isEvent(name)))
  const handlers = events.map(({ value = '' }) => `var _event_:Function=methods.${value};`)
  return [...new Set(handlers)]
    .sort((a, b) => b.length - a.length)
    .reduce((text, handler) => text.replaceAll(handler, handler.replaceAll(/./g, ' ')), code)
    .replaceAll('var _event_:Function=', 'var _event_:any     =')
    .replaceAll(/0 as unknown as _ForKey_<typeof _for_,"([A-Za-z_$][\w$]*)">/g, (all, name: string) =>
      name === 'index' ? '0'.padEnd(all.length) : `${'_key_(_for_).'.padEnd(KEY_START.length)}${name}  `,
    )
}

/** Values that are written out, of properties whose types are known. */
function literalsOf(tag: Tag, components: readonly string[]): { code: string; origin: Origin }[] {
  const index = components.indexOf(tag.name)
  if (index < 0) return []
  return tag.attributes.flatMap(attribute => {
    const { name, value, valueOffset } = attribute
    if (value === undefined || isDynamic(value) || name.includes(':') || isEvent(name)) return []
    const type = `_Literal_<${propertiesName(index)}, ${JSON.stringify(camelCase(name))}, ${JSON.stringify(value)}>`
    return [
      {
        code: `{ const fits: true = 0 as any as ${type} }`,
        origin: { kind: 'literal', offset: valueOffset, tag, attribute },
      },
    ]
  })
}
