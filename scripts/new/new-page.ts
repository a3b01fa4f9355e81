import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { applyEdits, modify } from 'jsonc-parser'
import { KitError } from '../project/kit-error'
import { writeWhole } from '../project/write-whole'
import { pageFiles } from './page-files'
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
  const wired = addPage(readFileSync(appJson, 'utf8'), `pages/${name}/${name}`)
  const files = pageFiles(name)
  writeNewFiles(root, files)
  writeWhole(appJson, wired)
  return [...files.keys(), APP_JSON]
}

/** `app.json` with one more page at the end of the list; the first one is the home page. */
export function addPage(text: string, page: string): string {
  const { pages } = JSON.parse(text) as { pages: string[] }
  if (pages.includes(page))
    throw new KitError('exists', `${APP_JSON} lists ${page} already; nothing was written`)
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const formattingOptions = { insertSpaces: true, tabSize: 2, eol }
  return applyEdits(
    text,
    modify(text, ['pages', pages.length], page, { formattingOptions, isArrayInsertion: true }),
  )
}
