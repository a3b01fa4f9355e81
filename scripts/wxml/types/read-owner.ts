import type {
  Argument,
  CallExpression,
  Expression,
  ObjectExpression,
  ObjectProperty,
  Program,
  Statement,
} from 'oxc-parser'
import { keyOf, memberOf, namesOf, objectOf, stringsIn } from './object-members'

/** The script of a page or component, as far as its text tells what the types do not. */
export interface Owner {
  /** The script with its `Page({...})` or `Component({...})` as an exported value, so that its types can be asked for. */
  text: string
  kind: 'page' | 'component'
  /** Whether the types say all that the data may hold; in JavaScript they only say what it begins with. */
  isTyped: boolean
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

/** Why a script cannot be read. */
export interface ScriptError {
  message: string
  offset: number
}

/** Reads a script; undefined if it holds no `Page({...})` or `Component({...})` as a statement of its own. */
export function readOwner(path: string, text: string): Owner | { error: ScriptError } | undefined {
  const { parseSync, Visitor } = require('oxc-parser') as typeof import('oxc-parser')
  const isTyped = !path.endsWith('.js')
  // a script in JavaScript may be no module, and so not strict
  const { program, errors } = parseSync(path, text, { sourceType: isTyped ? 'module' : 'unambiguous' })
  const [error] = errors
  if (error) return { error: { message: error.message, offset: error.labels[0]?.start ?? 0 } }
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
    isTyped,
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

/** Those of a component stand in an object of their own, beside which there may be none. */
function methodsOf(options: ObjectExpression | undefined, kind: Owner['kind']): Set<string> | undefined {
  if (!options || kind === 'page') return options && namesOf(options)
  const methods = memberOf(options, 'methods')
  if (methods) return methods.type === 'ObjectExpression' ? namesOf(methods) : undefined
  return namesOf(options) && new Set()
}

/** As the compiler of templates makes `canRetry` of `can-retry`. */
export function camelCase(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
}
