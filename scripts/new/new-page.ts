import { join } from 'node:path'
import { applyEdits, findNodeAtLocation, getNodeValue, modify } from 'jsonc-parser'
import { parseJson } from '../project/json-file'
import { KitError } from '../project/kit-error'
import type { Problem } from '../project/problem'
import { writeWhole } from '../project/write-whole'
import { pageFiles } from './page-files'
import { readWiring } from './read-wiring'
import { writeNewFiles } from './write-new-files'

const APP_JSON = 'miniprogram/app.json'
const NAME = /^[a-z][A-Za-z0-9]{0,39}$/

/**
 * Writes a new page and its entry in `app.json`.
 *
 * @returns the files that were written or changed, from the root of the project
 */
export function newPage(root: string, name: string): string[] {
  if (!NAME.test(name)) {
    throw new KitError(
      'usage',
      `"${name}" is not a name for a page: 1 to 40 letters and digits, a small letter first`,
    )
  }
  const appJson = join(root, APP_JSON)
  const wired = addPage(readWiring(root, APP_JSON), `pages/${name}/${name}`)
  const files = pageFiles(name)
  writeNewFiles(root, files)
  writeWhole(appJson, wired)
  return [...files.keys(), APP_JSON]
}

/**
 * `app.json` with one more page at the end of the list; the first one is the home page.
 *
 * @throws KitError for a text that no page can be added to
 */
export function addPage(text: string, page: string): string {
  const body = text.replace(/^\uFEFF/, '')
  const parsed = parseJson(body, APP_JSON)
  if ('problem' in parsed) throw brokenFile(parsed.problem)
  const list = findNodeAtLocation(parsed.root, ['pages'])
  if (list?.type !== 'array') {
    throw new KitError('usage', `${APP_JSON} has no list "pages" to add a page to; nothing was written`)
  }
  const pages: unknown[] = getNodeValue(list)
  if (pages.includes(page))
    throw new KitError('exists', `${APP_JSON} lists ${page} already; nothing was written`)
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const formattingOptions = { insertSpaces: true, tabSize: 2, eol }
  const byteOrderMark = text.slice(0, text.length - body.length)
  const edits = modify(body, ['pages', pages.length], page, { formattingOptions, isArrayInsertion: true })
  return byteOrderMark + applyEdits(body, edits)
}

function brokenFile({ file, line, column, message }: Problem): KitError {
  return new KitError('usage', `${file}:${line}:${column}: ${message}; nothing was written`)
}
