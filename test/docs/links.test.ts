import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { KIT_ROOT } from '../scripts/support/projects'
import { checkLinks } from './support/check-links'
import { allPages, inEnglish, isChinese, pageOf } from './support/pages'

test('every link, picture, anchor and path in the documentation leads somewhere', () => {
  expect(checkLinks(allPages())).toEqual([])
})

test.each([
  ['[page](nowhere.md)', 'docs/sample.md:1: there is no docs/nowhere.md'],
  ['![picture](images/nowhere.png)', 'docs/sample.md:1: there is no docs/images/nowhere.png'],
  ['<img src="images/nowhere.svg">', 'docs/sample.md:1: there is no docs/images/nowhere.svg'],
  ['[file](../scripts/nowhere.ts)', 'docs/sample.md:1: there is no scripts/nowhere.ts'],
  ['[out](../../secrets)', 'docs/sample.md:1: "../../secrets" leads out of the project'],
  ['[anchor](#nowhere)', 'docs/sample.md:1: docs/sample.md has no heading for #nowhere'],
  ['see `scripts/nowhere.ts`', 'docs/sample.md:1: there is no scripts/nowhere.ts'],
])('a wrong link is found: %s', (text, problem) => {
  expect(checkLinks([pageOf(`${text}\n\n## Some heading\n`)])).toEqual([problem])
})

test('a right link to a heading passes, in any script', () => {
  const text =
    '# One `kit` and more\n[a](#one-kit-and-more) [b](#环境说明) [c](../README.md)\n## 环境：说明\n'
  expect(checkLinks([pageOf(text)])).toEqual([])
})

test('every page is there in both languages', () => {
  const files = allPages().map(({ file }) => file)
  const english = files.filter(file => !isChinese(file))
  expect(files.filter(isChinese).map(inEnglish).sort()).toEqual(english.sort())
})

test('every page has the same headings and samples in both languages', () => {
  const pages = allPages()
  const shapeOf = (file: string) => {
    const page = pages.find(page => page.file === file)
    return page && [page.headings.map(({ level }) => level), page.fences.map(infoOf)]
  }
  for (const { file } of pages.filter(page => isChinese(page.file))) {
    expect([file, shapeOf(file)]).toEqual([file, shapeOf(inEnglish(file))])
  }
})

test('every page of docs/ is in the index of its language', () => {
  const pages = allPages().filter(({ file }) => file.startsWith('docs/'))
  for (const language of [isChinese, (file: string) => !isChinese(file)]) {
    const ours = pages.filter(({ file }) => language(file)).map(({ file }) => file.replace('docs/', ''))
    const index = pages.find(({ file }) => language(file) && file.startsWith('docs/README'))
    expect(index?.links.map(({ text }) => text)).toEqual(
      expect.arrayContaining(ours.filter(name => !name.startsWith('README'))),
    )
  }
})

test('every page of the mini program has its section, in both languages', () => {
  const { pages }: { pages: string[] } = JSON.parse(
    readFileSync(join(KIT_ROOT, 'miniprogram/app.json'), 'utf8'),
  )
  for (const { file, headings, links } of allPages().filter(({ file }) => /docs\/pages\b/.test(file))) {
    for (const page of pages) {
      const name = page.split('/').at(-1) ?? ''
      expect([file, headings.map(({ text }) => text)]).toEqual([
        file,
        expect.arrayContaining([expect.stringContaining(`\`${name}\``)]),
      ])
      expect(links.map(({ text }) => text)).toContain(`images/${name}.png`)
    }
  }
})

function infoOf({ language, context }: { language: string; context: readonly string[] }): string {
  return [language, ...context].join(' ')
}
