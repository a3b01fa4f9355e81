import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { errorCodes, type Language } from '../../../miniprogram/cloud/error-codes'
import { errorPage, errorPages, writeErrorPages } from '../../../scripts/explain/error-pages'
import { KIT_ROOT } from '../support/projects'

const LANGUAGES = Object.keys(errorPages) as Language[]

test.each(LANGUAGES)('the page in %s is as fresh as the table: npm run kit -- explain --docs', language => {
  expect(readFileSync(join(KIT_ROOT, errorPages[language]), 'utf8')).toBe(errorPage(language))
})

test.each(LANGUAGES)('the page in %s has one place to link to for each code', language => {
  const page = errorPage(language)
  const anchors = [...page.matchAll(/<a id="(code-[^"]+)"><\/a>`([^`]+)`/g)]
  expect(anchors.map(([, , code]) => code).sort()).toEqual([...errorCodes.keys()].map(String).sort())
  expect(new Set(anchors.map(([, anchor]) => anchor)).size).toBe(errorCodes.size)
  for (const [, target] of page.matchAll(/\]\(#([^)]+)\)/g)) expect(page).toContain(`<a id="${target}">`)
})

test.each(LANGUAGES)('the page in %s has a next step below each code', language => {
  const page = errorPage(language)
  for (const section of page.split(/^### /m).slice(1)) expect(section).toMatch(/^1\. \S/m)
  for (const { meaning } of errorCodes.values()) expect(page).toContain(meaning[language])
})

test('writeErrorPages() writes both pages into docs/', () => {
  const root = mkdtempSync(join(tmpdir(), 'kit-pages-'))
  try {
    expect(writeErrorPages(root)).toEqual(['docs/errors.md', 'docs/errors.zh-CN.md'])
    expect(readFileSync(join(root, 'docs/errors.zh-CN.md'), 'utf8')).toBe(errorPage('zh'))
  } finally {
    rmSync(root, { recursive: true })
  }
})
