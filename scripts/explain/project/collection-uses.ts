import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Expression, parseSync, Visitor } from 'oxc-parser'
import { placeOf } from '../../project/text-place'

/** A collection that code names: `database.collection('notes')`. */
export interface CollectionUse {
  name: string
  /** From the root of the project, with `/`. */
  file: string
  line: number
}

const DIRS = ['cloudfunctions', 'miniprogram']
const READ_AT_MOST_BYTES = 1_000_000

/** What a file says; the name of a collection may be a constant of another one. */
interface FileFacts {
  constants: Map<string, string>
  uses: { argument: Expression; file: string; line: number }[]
}

/** Every collection that the functions and the mini program name, where the name can be read from the code. */
export function collectionUses(root: string): CollectionUse[] {
  const files = DIRS.flatMap(dir => codeFiles(root, dir)).map(file => readFacts(root, file))
  const everywhere = new Map(files.flatMap(({ constants }) => [...constants]))
  return files.flatMap(({ constants, uses }) =>
    uses.flatMap(({ argument, file, line }) => {
      const name = textOf(argument) ?? constantOf(argument, constants) ?? constantOf(argument, everywhere)
      return name === undefined ? [] : { name, file, line }
    }),
  )
}

function codeFiles(root: string, dir: string): string[] {
  if (!existsSync(join(root, dir))) return []
  return readdirSync(join(root, dir), { withFileTypes: true }).flatMap(entry => {
    const path = `${dir}/${entry.name}`
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : codeFiles(root, path)
    const isCode = entry.isFile() && /(?<!\.d)\.[cm]?[jt]s$/.test(entry.name)
    return isCode && statSync(join(root, path)).size <= READ_AT_MOST_BYTES ? [path] : []
  })
}

function readFacts(root: string, file: string): FileFacts {
  const facts: FileFacts = { constants: new Map(), uses: [] }
  const text = readFileSync(join(root, file), 'utf8')
  if (!/collection|['"`]/i.test(text)) return facts
  new Visitor({
    VariableDeclarator({ id, init }) {
      const value = init && textOf(init)
      if (id.type === 'Identifier' && typeof value === 'string') facts.constants.set(id.name, value)
    },
    CallExpression({ callee, arguments: [argument], start }) {
      const isCollection =
        callee.type === 'MemberExpression' &&
        !callee.computed &&
        callee.property.type === 'Identifier' &&
        callee.property.name === 'collection'
      if (!isCollection || !argument || argument.type === 'SpreadElement') return
      facts.uses.push({ argument, file, line: placeOf(text, argument.start ?? start).line })
    },
  }).visit(parseSync(file, text).program)
  return facts
}

function textOf(node: Expression): string | undefined {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value
  if (node.type === 'TemplateLiteral' && node.expressions.length === 0)
    return node.quasis[0]?.value.cooked ?? undefined
  return node.type === 'TSAsExpression' ? textOf(node.expression) : undefined
}

function constantOf(node: Expression, constants: ReadonlyMap<string, string>): string | undefined {
  return node.type === 'Identifier' ? constants.get(node.name) : undefined
}
