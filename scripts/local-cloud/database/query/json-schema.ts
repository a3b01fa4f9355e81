import { requestFailed } from '../database-error'
import type { Doc } from '../types'
import { typeTest } from '../values/bson-type'
import { equalValues } from '../values/compare'
import { fieldOf, isDoc } from '../values/kinds'
import { isNumeric, toNumber, wholeNumber } from '../values/numbers'
import { valueKey } from '../values/value-key'
import { toPattern } from './regex'

type Test = (value: unknown) => boolean

/**
 * `$jsonSchema`: draft 4 with `bsonType`, as https://www.mongodb.com/docs/manual/reference/operator/query/jsonSchema/
 * lists it. A keyword that is not in that list is an error. (A long file, but a single table: one keyword an entry.)
 */
export function compileJsonSchema(schema: unknown): Test {
  if (!isDoc(schema)) throw requestFailed('$jsonSchema must be an object')
  const tests = Object.entries(schema).map(([name, operand]) => {
    const compile = KEYWORDS.get(name)
    if (!compile) throw requestFailed(`Unknown $jsonSchema keyword: ${name}`)
    return compile(operand, schema)
  })
  return value => tests.every(test => test(value))
}

function listOf(name: string, operand: unknown): unknown[] {
  if (!Array.isArray(operand)) throw requestFailed(`$jsonSchema keyword '${name}' must be an array`)
  return operand
}

function numberOf(name: string, operand: unknown): number {
  if (!isNumeric(operand)) throw requestFailed(`$jsonSchema keyword '${name}' must be a number`)
  return toNumber(operand)
}

function schemasByName(name: string, operand: unknown): [string, Test][] {
  if (!isDoc(operand)) throw requestFailed(`$jsonSchema keyword '${name}' must be an object`)
  return Object.entries(operand).map(([field, schema]) => [field, compileJsonSchema(schema)])
}

/** Keywords on one kind of value let every other kind pass. */
const onNumbers =
  (test: (value: number) => boolean): Test =>
  value =>
    !isNumeric(value) || test(toNumber(value))
const onStrings =
  (test: (value: string) => boolean): Test =>
  value =>
    typeof value !== 'string' || test(value)
const onArrays =
  (test: (value: readonly unknown[]) => boolean): Test =>
  value =>
    !Array.isArray(value) || test(value)
const onDocs =
  (test: (value: Doc) => boolean): Test =>
  value =>
    !isDoc(value) || test(value)

/** JSON's own type names; `bsonType` knows the others. */
const JSON_TYPES: Record<string, string> = { boolean: 'bool' }

function types(name: string, operand: unknown): Test {
  const aliases = Array.isArray(operand) ? operand : [operand]
  const tests = aliases.map(alias =>
    typeTest(name === 'type' ? (JSON_TYPES[alias as string] ?? alias) : alias),
  )
  return value => tests.some(test => test(value))
}

const length = (text: string) => [...text].length

type Compile = (operand: unknown, schema: Doc) => Test

const KEYWORDS = new Map<string, Compile>([
  ['title', () => () => true],
  ['description', () => () => true],
  ['bsonType', operand => types('bsonType', operand)],
  ['type', operand => types('type', operand)],
  [
    'enum',
    operand => {
      const allowed = listOf('enum', operand)
      return value => allowed.some(item => equalValues(item, value))
    },
  ],
  [
    'allOf',
    operand => {
      const tests = listOf('allOf', operand).map(compileJsonSchema)
      return value => tests.every(test => test(value))
    },
  ],
  [
    'anyOf',
    operand => {
      const tests = listOf('anyOf', operand).map(compileJsonSchema)
      return value => tests.some(test => test(value))
    },
  ],
  [
    'oneOf',
    operand => {
      const tests = listOf('oneOf', operand).map(compileJsonSchema)
      return value => tests.filter(test => test(value)).length === 1
    },
  ],
  [
    'not',
    operand => {
      const test = compileJsonSchema(operand)
      return value => !test(value)
    },
  ],
  [
    'minimum',
    (operand, schema) => {
      const bound = numberOf('minimum', operand)
      return onNumbers(value => (schema.exclusiveMinimum === true ? value > bound : value >= bound))
    },
  ],
  [
    'maximum',
    (operand, schema) => {
      const bound = numberOf('maximum', operand)
      return onNumbers(value => (schema.exclusiveMaximum === true ? value < bound : value <= bound))
    },
  ],
  ['exclusiveMinimum', () => () => true], // read by minimum
  ['exclusiveMaximum', () => () => true], // read by maximum
  [
    'multipleOf',
    operand => {
      const divisor = numberOf('multipleOf', operand)
      return onNumbers(value => value % divisor === 0)
    },
  ],
  ['minLength', operand => onStrings(value => length(value) >= numberOf('minLength', operand))],
  ['maxLength', operand => onStrings(value => length(value) <= numberOf('maxLength', operand))],
  [
    'pattern',
    operand => {
      const regex = toPattern(String(operand))
      return onStrings(value => regex.test(value))
    },
  ],
  ['minItems', operand => onArrays(value => value.length >= numberOf('minItems', operand))],
  ['maxItems', operand => onArrays(value => value.length <= numberOf('maxItems', operand))],
  [
    'uniqueItems',
    operand => onArrays(value => operand !== true || new Set(value.map(valueKey)).size === value.length),
  ],
  [
    'items',
    operand => {
      if (!Array.isArray(operand)) {
        const test = compileJsonSchema(operand)
        return onArrays(value => value.every(test))
      }
      const tests = operand.map(compileJsonSchema)
      return onArrays(value => value.every((item, index) => tests[index]?.(item) ?? true))
    },
  ],
  [
    'additionalItems',
    (operand, schema) => {
      if (operand === true || !Array.isArray(schema.items)) return () => true
      const known = schema.items.length
      const test: Test = operand === false ? () => false : compileJsonSchema(operand)
      return onArrays(value => value.slice(known).every(test))
    },
  ],
  [
    'required',
    operand => {
      const names = listOf('required', operand) as string[]
      return onDocs(value => names.every(name => Object.hasOwn(value, name)))
    },
  ],
  ['minProperties', operand => onDocs(value => Object.keys(value).length >= (wholeNumber(operand) ?? 0))],
  [
    'maxProperties',
    operand =>
      onDocs(value => Object.keys(value).length <= (wholeNumber(operand) ?? Number.POSITIVE_INFINITY)),
  ],
  [
    'properties',
    operand => {
      const tests = schemasByName('properties', operand)
      return onDocs(value =>
        tests.every(([name, test]) => !Object.hasOwn(value, name) || test(fieldOf(value, name))),
      )
    },
  ],
  [
    'patternProperties',
    operand => {
      const tests = schemasByName('patternProperties', operand).map(([pattern, test]) => ({
        regex: toPattern(pattern),
        test,
      }))
      return onDocs(value =>
        Object.entries(value).every(([name, field]) =>
          tests.every(({ regex, test }) => !regex.test(name) || test(field)),
        ),
      )
    },
  ],
  [
    'additionalProperties',
    (operand, schema) => {
      if (operand === true) return () => true
      const test: Test = operand === false ? () => false : compileJsonSchema(operand)
      const known = new Set(isDoc(schema.properties) ? Object.keys(schema.properties) : [])
      const patterns = isDoc(schema.patternProperties)
        ? Object.keys(schema.patternProperties).map(name => toPattern(name))
        : []
      return onDocs(value =>
        Object.entries(value).every(
          ([name, field]) => known.has(name) || patterns.some(regex => regex.test(name)) || test(field),
        ),
      )
    },
  ],
  [
    'dependencies',
    operand => {
      if (!isDoc(operand)) throw requestFailed("$jsonSchema keyword 'dependencies' must be an object")
      const tests = Object.entries(operand).map(([name, needed]): [string, Test] => [
        name,
        Array.isArray(needed)
          ? value => isDoc(value) && needed.every(other => Object.hasOwn(value, other as string))
          : compileJsonSchema(needed),
      ])
      return onDocs(value => tests.every(([name, test]) => !Object.hasOwn(value, name) || test(value)))
    },
  ],
])
