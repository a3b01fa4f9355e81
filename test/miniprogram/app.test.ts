import { existsSync } from 'node:fs'
import path from 'node:path'
import { miniProgramFiles, miniProgramJson } from './support/mini-program-files'
import { packageSize } from './support/package-size'

const root = path.resolve(__dirname, '../../miniprogram')
const app = miniProgramJson<{ pages: string[]; themeLocation: string; sitemapLocation: string }>('app.json')

test('app.json is set up for small packages and dark mode', () => {
  expect(app).toMatchObject({ lazyCodeLoading: 'requiredComponents', style: 'v2', darkmode: true })
  expect(existsSync(path.join(root, app.themeLocation))).toBe(true)
  expect(existsSync(path.join(root, app.sitemapLocation))).toBe(true)
})

test('app.json lists every page, home first', () => {
  const folders = miniProgramFiles('.wxml')
    .map(file => file.path.replace(/\.wxml$/, ''))
    .filter(file => file.startsWith('pages/'))
  expect([...app.pages].sort()).toEqual(folders.sort())
  expect(app.pages[0]).toBe('pages/home/home')
})

test.each(app.pages)('%s has its four files, and follows the text size of WeChat', page => {
  for (const extension of ['.ts', '.wxml', '.wxss', '.json']) {
    expect(existsSync(path.join(root, page + extension))).toBe(true)
  }
  const template = miniProgramFiles('.wxml').find(file => file.path === `${page}.wxml`)
  expect(template?.text).toMatch(/^<page-meta root-font-size="system" \/>/)
})

test.each(app.pages)('%s names only components that exist, and uses them', page => {
  const { usingComponents = {} } = miniProgramJson<{ usingComponents?: Record<string, string> }>(
    `${page}.json`,
  )
  const template = miniProgramFiles('.wxml').find(file => file.path === `${page}.wxml`)?.text
  for (const [tag, file] of Object.entries(usingComponents)) {
    expect(miniProgramJson<{ component: boolean }>(`${file}.json`).component).toBe(true)
    expect(template).toContain(`<${tag} `)
  }
})

test('the home page links to the samples and the settings, and to pages that exist', () => {
  const home = ['.ts', '.wxml'].map(end => miniProgramFiles(`pages/home/home${end}`)[0]?.text).join()
  const links = [...home.matchAll(/url(?:: '|=")\/([^'"]+)['"]/g)].map(([, url]) => url)
  const own = ['qrcode', 'permission', 'upload', 'notify', 'phone', 'settings']
  expect(links).toEqual(expect.arrayContaining(own.map(name => `pages/${name}/${name}`)))
  expect(app.pages).toEqual(expect.arrayContaining(links))
})

test('both themes define every variable that a configuration uses', () => {
  const themes = miniProgramJson<Record<'light' | 'dark', Record<string, string>>>('theme.json')
  const used = miniProgramFiles('.json').flatMap(({ text }) =>
    [...text.matchAll(/"@(\w+)"/g)].map(([, name]) => name),
  )
  expect(used.length).toBeGreaterThan(0)
  for (const theme of [themes.light, themes.dark]) {
    expect([...new Set(used)].sort()).toEqual(Object.keys(theme).sort())
  }
})

test('templates bind events with "bind:"', () => {
  for (const { path, text } of miniProgramFiles('.wxml')) {
    expect([path, ...(text.match(/\b(?:bind|catch)[a-z]+=/g) ?? [])]).toEqual([path])
  }
})

test('only types come from outside, and only from the contract', () => {
  for (const { path: file, text } of miniProgramFiles('.ts')) {
    for (const [line, clause, from = ''] of text.matchAll(/^(?:im|ex)port (.*?)from '([^']+)'$/gms)) {
      const target = path.posix.join('miniprogram', path.posix.dirname(file), from)
      if (from.startsWith('.') && target.startsWith('miniprogram/')) continue
      expect([file, line, clause?.startsWith('type '), target]).toEqual([
        file,
        line,
        true,
        'cloudfunctions/contract',
      ])
    }
  }
})

test('nothing is in the code that older phones cannot read, or that only logs an error', () => {
  for (const { path, text } of miniProgramFiles('.ts')) {
    // JavaScriptCore before iOS 16.4 refuses a whole file for one lookbehind.
    expect([path, text.match(/\(\?<[=!]|console\.\w+|\.(?:at|replaceAll)\(|\?\?=|\|\|=/g)]).toEqual([
      path,
      null,
    ])
  }
})

test('the package stays small: at most 120 kB, compiled and compressed as DevTools does', () => {
  expect(packageSize()).toBeLessThanOrEqual(120_000)
})
