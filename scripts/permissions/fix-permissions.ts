import { applyEdits, findNodeAtLocation, modify, type Node, type ParseError, parseTree } from 'jsonc-parser'

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
 * @param configText undefined where there is no such file yet
 */
export function fixPermissions(configText: string | undefined, names: readonly string[]): string {
  const sorted = [...new Set(names)].sort()
  const bom = configText?.startsWith(BOM) ? BOM : ''
  const text = (configText ?? FRESH).slice(bom.length)
  const found = findList(text)
  if (found === 'out of place' || (found === 'missing' && sorted.length === 0)) return bom + text
  const withList = found === 'missing' ? insertList(text) : text
  const list = found === 'missing' ? findList(withList) : found
  if (typeof list === 'string' || lists(list, sorted)) return bom + text
  const end = list.offset + list.length
  return bom + withList.slice(0, list.offset) + write(withList, list, sorted) + withList.slice(end)
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

function lists({ children = [] }: Node, names: readonly string[]): boolean {
  return children.length === names.length && children.every(({ value }, index) => value === names[index])
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
  const before = oneLine((list.children ?? []).map(({ value }) => value))
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
