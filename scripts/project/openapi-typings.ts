import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type OpenapiName, openapiNames } from './openapi-names'

/** Where the generated types stand, from the root of the project. */
export const openapiTypingsPath = 'cloudfunctions/typings/openapi-names.ts'

/** Writes the types of `cloud.openapi` from the list of names. */
export function writeOpenapiTypings(root: string): void {
  writeFileSync(join(root, openapiTypingsPath), openapiTypings(openapiNames().values()))
}

/** The types of `cloud.openapi` as a TypeScript file: one method for each name, nested at the dots. */
export function openapiTypings(names: Iterable<OpenapiName>): string {
  return [
    '// Generated from scripts/project/openapi-names.tsv by `npm run kit -- typings`. Edit that file, not this one.',
    "import type { OpenapiCall } from './openapi'",
    '',
    '/** Every openapi name that the kit knows; no official machine-readable list exists. */',
    'export interface OpenapiNames {',
    ...members(tree(names), '  '),
    '}',
    '',
  ].join('\n')
}

type Tree = Map<string, Tree | OpenapiName>

function tree(names: Iterable<OpenapiName>): Tree {
  const root: Tree = new Map()
  for (const entry of [...names].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const segments = entry.name.split('.')
    const method = segments.pop() ?? ''
    const parent = segments.reduce((node, segment) => branch(node, segment, entry.name), root)
    if (parent.has(method)) throw new Error(`Cannot type openapi "${entry.name}": it is there already`)
    parent.set(method, entry)
  }
  return root
}

function branch(node: Tree, segment: string, name: string): Tree {
  const child = node.get(segment) ?? new Map()
  if (!(child instanceof Map))
    throw new Error(`Cannot type openapi "${name}": "${segment}" is a call of its own`)
  node.set(segment, child)
  return child
}

function members(node: Tree, indent: string): string[] {
  return [...node].flatMap(([key, value]) =>
    value instanceof Map
      ? [`${indent}${key}: {`, ...members(value, `${indent}  `), `${indent}}`]
      : [...comment(value, indent), `${indent}${key}: OpenapiCall<'${value.name}'>`],
  )
}

function comment({ docUrl, status }: OpenapiName, indent: string): string[] {
  const lines = [
    docUrl,
    /documented \(/.test(status) ? '' : `Unverified: ${status.replace(/^cloud-call: /, '')}`,
  ]
  const [first, second] = lines.filter(Boolean)
  if (first === undefined) return []
  return second === undefined
    ? [`${indent}/** ${first} */`]
    : [`${indent}/**`, `${indent} * ${first}`, `${indent} * ${second}`, `${indent} */`]
}
