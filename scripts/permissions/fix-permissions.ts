import { applyEdits, findNodeAtLocation, modify, type Node, type ParseError, parseTree } from 'jsonc-parser'
import { meantName } from './meant-name'

const BOM = '\uFEFF'
const LIST = ['permissions', 'openapi']
/** As in biome.json, so that a file the kit has written needs no formatting. */
const LINE_WIDTH = 110

const FRESH = '{\n  "permissions": {\n    "openapi": []\n  }\n}\n'

/**
 * Writes a list of openapi names into the text of a `config.json`, sorted, and keeps the rest as it is: order,
 * indentation, line ends, byte order mark. A text that already lists exactly these names comes back unchanged, and so
 * does one that is no JSON object or holds something else where the list belongs.
 *
 * A name that most likely is a misspelt one is not added, and the one that was meant stays if it is listed.
 *
 * @param configText undefined where there is no such file yet
 */
export function fixPermissions(configText: string | undefined, names: readonly string[]): string {
  const bom = configText?.startsWith(BOM) ? BOM : ''
  const text = (configText ?? FRESH).slice(bom.length)
  const found = findList(text)
  const sorted = beyondDoubt(names, typeof found === 'string' ? [] : valuesOf(found))
  if (found === 'out of place' || (found === 'missing' && sorted.length === 0)) return bom + text
  const withList = found === 'missing' ? insertList(text) : text
  const list = found === 'missing' ? findList(withList) : found
  if (typeof list === 'string' || lists(list, sorted)) return bom + text
  const end = list.offset + list.length
  return bom + withList.slice(0, list.offset) + write(withList, list, sorted) + withList.slice(end)
}

/** @param listed the names that stand in the list */
function beyondDoubt(names: readonly string[], listed: readonly unknown[]): string[] {
  const certain = names.flatMap(name => {
    const meant = listed.includes(name) ? undefined : meantName(name)
    if (meant === undefined) return [name]
    return listed.includes(meant) ? [meant] : []
  })
  return [...new Set(certain)].sort()
}

/** The array of names; `missing` if it can be added, `out of place` if the text is not what a `config.json` must be. */
function findList(text: string): Node | 'missing' | 'out of place' {
  const errors: ParseError[] = []
  let node = parseTree(text, errors, { disallowComments: true })
  for (const key of LIST) {
    if (errors.length > 0 || node?.type !== 'object') return 'out of place'
    node = findNodeAtLocation(node, [key])
    if (!node) return 'missing'
  }
  return node?.type === 'array' ? node : 'out of place'
}

function lists(list: Node, names: readonly string[]): boolean {
  const values = valuesOf(list)
  return values.length === names.length && values.every((value, index) => value === names[index])
}

function valuesOf({ children = [] }: Node): unknown[] {
  return children.map(({ value }) => value as unknown)
}

function insertList(text: string): string {
  const unit = indentOf(text)
  const formattingOptions = { insertSpaces: unit !== '\t', tabSize: unit.length, eol: eolOf(text) }
  return applyEdits(text, modify(text, LIST, [], { formattingOptions }))
}

/** On one line if it fits there, unless the list stood on several lines though it would have fitted. */
function write(text: string, list: Node, names: readonly string[]): string {
  const lineStart = text.lastIndexOf('\n', list.offset) + 1
  const fits = (line: string) => list.offset - lineStart + `${line},`.length <= LINE_WIDTH
  const before = oneLine(valuesOf(list))
  const keepsLines = text.slice(list.offset, list.offset + list.length).includes('\n') && fits(before)
  if (names.length === 0 || (!keepsLines && fits(oneLine(names)))) return oneLine(names)

  const eol = eolOf(text)
  const indent = /^[ \t]*/.exec(text.slice(lineStart))?.[0] ?? ''
  const lines = names.map(name => `${indent}${indentOf(text)}${JSON.stringify(name)}`)
  return `[${eol}${lines.join(`,${eol}`)}${eol}${indent}]`
}

function oneLine(names: readonly unknown[]): string {
  return `[${names.map(name => JSON.stringify(name)).join(', ')}]`
}

function eolOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n'
}

/** What one step of indentation is in a text; two spaces if nothing in it is indented. */
function indentOf(text: string): string {
  const indent = /^[ \t]+(?=\S)/m.exec(text)?.[0] ?? '  '
  return indent.startsWith('\t') ? '\t' : indent
}
