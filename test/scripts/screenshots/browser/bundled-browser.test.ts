import { readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { BROWSER_CACHE, unpackBrowser } from '../../../../scripts/screenshots/browser/bundled-browser'

jest.setTimeout(60_000)

test('unpackBrowser() gives the whole browser, also to two that ask at once, with fonts and libraries of its own', async () => {
  const [one, other] = await Promise.all([unpackBrowser(BROWSER_CACHE), unpackBrowser(BROWSER_CACHE)])
  expect(one).toEqual(other)
  expect(statSync(one.executable).size).toBeGreaterThan(100_000_000)
  expect(readFileSync(one.fontsFile, 'utf8')).toContain(`<dir>${dirname(one.fontsFile)}/fonts</dir>`)
  for (const library of ['libnss3.so', 'libnspr4.so', 'libexpat.so.1'])
    expect(statSync(join(one.librariesDir, library)).size).toBeGreaterThan(10_000)
})
