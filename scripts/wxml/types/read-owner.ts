import type {
  Argument,
  CallExpression,
  Expression,
  ObjectExpression,
  ObjectProperty,
  Program,
  SpreadElement,
  Statement,
} from 'oxc-parser'

/** The script of a page or component, as far as its text tells what the types do not. */
export interface Owner {
  /** The script with its `Page({...})` or `Component({...})` as an exported value, so that its types can be asked for. */
  text: string
  kind: 'page' | 'component'
  /** The members of the options that are written out; undefined if not all of them can be told. */
  members: ReadonlySet<string> | undefined
  /**
   * The names of the methods, likewise. Not left to the types: where one method returns what another returns,
   * TypeScript gives up on all of them.
   */
  methods: ReadonlySet<string> | undefined
  /** The first part of every path that a `setData` in this script sets. */
  setFields: string[]
  /** In camel case, as templates name them. */
  externalClasses: string[]
  /** Whether a behavior of the platform gives it a `name` and a `value`. */
  isFormField: boolean
}

const CALLS: Readonly<Record<string, { kind: Owner['kind']; replacement: string }>> = {
  Page: { kind: 'page', replacement: '_page_' },
  Component: { kind: 'component', replacement: '_component_' },
}

/** Reads a script; undefined if it holds no `Page({...})` or `Component({...})` as a statement of its own. */
export function readOwner(path: string, text: string): Owner | undefined {
  const { parseSync, Visitor } = require('oxc-parser') as typeof import('oxc-parser')
  const { program } = parseSync(path.replace(/\.js$/, '.ts'), text)
  const found = findCall(program)
  if (!found) return undefined
  const { call, statement, kind, replacement } = found
  const options = objectOf(program, call.arguments[0])
  const setFields: string[] = []
  new Visitor({
    CallExpression({ callee, arguments: [changes] }) {
      if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return
      if (callee.property.name === 'setData') setFields.push(...fieldsIn(changes))
    },
  }).visit(program)
  const behaviors = stringsIn(options, 'behaviors')
  // no type at all leaves the types of the others as they are
  const withoutStrings = behaviors.map(({ start, end }) => ({ start, end, text: '(0 as never)' }))
  const ownBehaviors = memberOf(options, 'behaviors')
  return {
    text: [
      edit(text, [
        { start: statement.start, end: call.callee.end, text: `export const _options_ = ${replacement}` },
        ...withoutStrings,
      ]),
      `export const _behaviors_ = ${ownBehaviors ? editWithin(text, ownBehaviors, withoutStrings) : '[] as []'}`,
    ].join('\n'),
    kind,
    members: options && namesOf(options),
    methods: methodsOf(options, kind),
    setFields: [...new Set(setFields)],
    externalClasses: stringsIn(options, 'externalClasses').map(({ value }) => camelCase(value)),
    isFormField: behaviors.some(({ value }) => value.startsWith('wx://form-field')),
  }
}

interface Edit {
  start: number
  end: number
  text: string
}

/** A part of a text after the edits in it. */
function editWithin(text: string, { start, end }: Expression, edits: readonly Edit[]): string {
  return edit(
    text.slice(start, end),
    edits.map(one => ({ ...one, start: one.start - start, end: one.end - start })),
  )
}

/** Edits must not overlap. */
function edit(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((result, { start, end, text: by }) => result.slice(0, start) + by + result.slice(end), text)
}

function findCall(program: Program) {
  for (const statement of program.body) {
    const call = callIn(statement)
    const name = call?.callee.type === 'Identifier' ? call.callee.name : ''
    const entry = Object.hasOwn(CALLS, name) ? CALLS[name] : undefined
    if (call && entry && call.arguments.length > 0) return { call, statement, ...entry }
  }
  return undefined
}

function callIn(statement: Statement): CallExpression | undefined {
  const expression =
    statement.type === 'ExpressionStatement'
      ? statement.expression
      : statement.type === 'ExportDefaultDeclaration'
        ? statement.declaration
        : undefined
  return expression?.type === 'CallExpression' ? expression : undefined
}

function objectOf(
  program: Program,
  argument: Expression | SpreadElement | undefined,
): ObjectExpression | undefined {
  switch (argument?.type) {
    case 'ObjectExpression':
      return argument
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return objectOf(program, argument.expression)
    case 'Identifier': {
      const { name } = argument
      const declarators = program.body.flatMap(statement =>
        statement.type === 'VariableDeclaration' ? statement.declarations : [],
      )
      const init = declarators.find(({ id }) => id.type === 'Identifier' && id.name === name)?.init
      return init && init.type !== 'Identifier' ? objectOf(program, init) : undefined
    }
    default:
      return undefined
  }
}

function keyOf(property: ObjectExpression['properties'][number]): string | undefined {
  if (property.type !== 'Property') return undefined
  const { key, computed } = property
  if (key.type === 'Identifier') return computed ? undefined : key.name
  return key.type === 'Literal' && typeof key.value === 'string' ? key.value : undefined
}

function namesOf({ properties }: ObjectExpression): Set<string> | undefined {
  const names = properties.map(keyOf)
  return names.includes(undefined) ? undefined : new Set(names.filter(name => name !== undefined))
}

/** Of `{ [`rows[${i}].text`]: ... }` the field `rows`. */
function fieldsIn(changes: Argument | undefined): string[] {
  if (changes?.type !== 'ObjectExpression') return []
  return changes.properties.flatMap(property => {
    const path = keyOf(property) ?? (property.type === 'Property' ? templateStart(property) : undefined)
    const [field] = /^[A-Za-z_$][\w$]*/.exec(path ?? '') ?? []
    return field === undefined ? [] : [field]
  })
}

/** Only where the field is whole: `${prefix}name` says nothing, and neither does `row${i}`. */
function templateStart({ key }: ObjectProperty): string | undefined {
  const start = key.type === 'TemplateLiteral' ? key.quasis[0]?.value.raw : undefined
  return start !== undefined && /[.[]/.test(start) ? start : undefined
}

/** The value of a member that is written out. */
function memberOf(options: ObjectExpression | undefined, name: string): Expression | undefined {
  const property = options?.properties.find(member => keyOf(member) === name)
  return property?.type === 'Property' ? property.value : undefined
}

/** Those of a component stand in an object of their own, beside which there may be none. */
function methodsOf(options: ObjectExpression | undefined, kind: Owner['kind']): Set<string> | undefined {
  if (!options || kind === 'page') return options && namesOf(options)
  const methods = memberOf(options, 'methods')
  if (methods) return methods.type === 'ObjectExpression' ? namesOf(methods) : undefined
  return namesOf(options) && new Set()
}

function stringsIn(
  options: ObjectExpression | undefined,
  name: string,
): { value: string; start: number; end: number }[] {
  const list = memberOf(options, name)
  if (list?.type !== 'ArrayExpression') return []
  return list.elements.flatMap(element =>
    element?.type === 'Literal' && typeof element.value === 'string'
      ? [{ value: element.value, start: element.start, end: element.end }]
      : [],
  )
}

/** As the compiler of templates makes `canRetry` of `can-retry`. */
export function camelCase(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
}
