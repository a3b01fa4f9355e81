import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { usePhones } from './support/use-phone'
import { usePreview } from './support/use-preview'

jest.setTimeout(60_000)
const preview = usePreview('login', 'cloudLog')
const open = usePhones(preview)

/** Edits a file of the mini program, and puts it back after the test. */
function edit(file: string, from: string, to: string): void {
  const path = join(preview.root, 'miniprogram', file)
  const text = readFileSync(path, 'utf8')
  if (!text.includes(from)) throw new Error(`${file} does not hold "${from}"`)
  if (!originals.has(path)) originals.set(path, text)
  writeFileSync(path, text.replace(from, to))
}
const originals = new Map<string, string>()
afterEach(async () => {
  for (const [path, text] of originals) writeFileSync(path, text)
  originals.clear()
  // what was put back is compiled, too, and would load the page of the next test anew
  while ((await served()).includes(MARK));
})

/** Stands in every edit that compiles, so that it can be told whether it is still served. */
const MARK = 'edited-by-test'

async function served(): Promise<string> {
  const files = ['program.js', 'code.js', 'styles.json']
  const texts = files.map(async file => (await fetch(`${preview.url}/preview/${file}`)).text())
  return (await Promise.all(texts)).join()
}

const openRules = async () => {
  const phone = await open('home')
  await phone.tap('安全规则')
  await phone.see('小程序直接读写集合 notes')
  return phone
}

test('a changed template is shown, and the way back is still there', async () => {
  const phone = await openRules()
  edit('pages/rules/rules.wxml', '小程序直接读写集合 notes', `${MARK} notes`)
  await phone.see(MARK)
  await phone.tap('返回')
  await phone.see('小程序云开发示例')
})

test('a changed script is shown, and the way back is still there', async () => {
  const phone = await openRules()
  edit('pages/rules/queries.ts', '条件里写明了只查自己的', MARK)
  await phone.see(MARK)
  await phone.tap('返回')
  await phone.see('小程序云开发示例')
})

test('a changed style is shown without a restart: what was typed stays', async () => {
  const phone = await open('qrcode')
  const field = phone.screen.locator('input').first()
  await field.fill('typed=1')
  edit('pages/qrcode/qrcode.wxss', '.hint {', `.hint {\n  --${MARK}: 1;\n  display: none;`)
  await phone.screen.locator('.hint').waitFor({ state: 'hidden' })
  expect(await field.inputValue()).toBe('typed=1')
})

test.each([
  [
    'pages/rules/rules.wxml',
    '<view class="screen">',
    '<view class="screen"',
    /pages\/rules\/rules\.wxml:\d+/,
  ],
  [
    'pages/rules/rules.ts',
    'const query = queries[index]',
    'const query = = queries[index]',
    /pages\/rules\/rules\.ts:\d+/,
  ],
  ['pages/rules/rules.wxss', '.result {', '.result {{', /pages\/rules\/rules\.wxss:\d+/],
])(
  'a mistake in %s is shown over the page with its place, until it is mended',
  async (file, right, wrong, place) => {
    const phone = await openRules()
    edit(file, right, wrong)
    const card = phone.page.getByRole('alert').filter({ hasText: place }).first()
    await card.waitFor()
    edit(file, wrong, right)
    await card.waitFor({ state: 'detached' })
    await phone.see('小程序直接读写集合 notes')
  },
)
