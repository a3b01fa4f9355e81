import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Expression, parseSync } from 'oxc-parser'
import { KitError } from '../project/kit-error'

/** The versions of a mini program, each of which may have an environment of its own. */
export const VERSIONS = ['develop', 'trial', 'release'] as const

export type Version = (typeof VERSIONS)[number]

/** How a command line names an environment. */
export interface ChosenEnvironment {
  /** The id itself. */
  env?: string
  /** Whose id to take from `miniprogram/env.ts`. @default 'develop' */
  version?: Version
}

const FILE = 'miniprogram/env.ts'
const ID = /^[0-9A-Za-z][\w-]{0,63}$/
/** What a fork has not replaced yet, and the local cloud. */
const NO_ENVIRONMENTS = new Set(['your-env-id', 'local'])

/**
 * The id of a cloud environment: the one that was given, else the one that the mini program uses.
 *
 * @throws KitError `usage` for an id that was given and cannot be one, `not-configured` for one in `miniprogram/env.ts`
 */
export function environmentOf(root: string, { env, version = 'develop' }: ChosenEnvironment): string {
  if (env !== undefined) {
    if (isEnvironmentId(env)) return env
    throw new KitError('usage', `"${env}" is not the id of a cloud environment, which looks like prod-1a2b3c`)
  }
  const id = readEnvironment(root, version)
  if (id !== undefined && isEnvironmentId(id)) return id
  throw new KitError('not-configured', `${whyNot(version, id)}; put a real id there, or pass --env`)
}

function whyNot(version: Version, id: string | undefined): string {
  if (id === undefined) return `${FILE} has no id for "${version}" that is written out as a text`
  const what = id === 'local' ? 'the local cloud of npm start' : 'no cloud environment'
  return `${FILE} has "${id}" for "${version}", which is ${what}`
}

function isEnvironmentId(id: string): boolean {
  return ID.test(id) && !NO_ENVIRONMENTS.has(id)
}

/** The id that stands in `export const environments = { <version>: '...' }`. The file is read, not run. */
function readEnvironment(root: string, version: Version): string | undefined {
  const file = join(root, FILE)
  if (!existsSync(file)) return undefined
  const { program } = parseSync(FILE, readFileSync(file, 'utf8'))
  for (const node of program.body) {
    if (node.type !== 'ExportNamedDeclaration' || node.declaration?.type !== 'VariableDeclaration') continue
    for (const { id, init } of node.declaration.declarations) {
      if (id.type !== 'Identifier' || id.name !== 'environments' || !init) continue
      return textIn(withoutType(init), version)
    }
  }
  return undefined
}

function textIn(node: Expression, key: string): string | undefined {
  if (node.type !== 'ObjectExpression') return undefined
  for (const property of node.properties) {
    if (property.type !== 'Property' || property.computed) continue
    const name =
      property.key.type === 'Identifier'
        ? property.key.name
        : property.key.type === 'Literal'
          ? property.key.value
          : undefined
    if (name !== key) continue
    const { value } = property
    return value.type === 'Literal' && typeof value.value === 'string' ? value.value.trim() : undefined
  }
  return undefined
}

/** `{...} as const` and `{...} satisfies X` without what follows the object. */
function withoutType(node: Expression): Expression {
  return node.type === 'TSAsExpression' || node.type === 'TSSatisfiesExpression' ? node.expression : node
}
