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
  writeFileSync(path, text.replace(from, to))
  edited.set(path, edited.get(path) ?? text)
}
const edited = new Map<string, string>()
afterEach(() => {
  for (const [path, text] of edited) writeFileSync(path, text)
  edited.clear()
})

const openRules = async () => {
  const phone = await open('home')
  await phone.tap('安全规则')
  await phone.see('小程序直接读写集合 notes')
  return phone
}

test('a changed template is shown, and the way back is still there', async () => {
  const phone = await openRules()
  edit('pages/rules/rules.wxml', '小程序直接读写集合 notes', '改过的模板 notes')
  await phone.see('改过的模板')
  await phone.tap('返回')
  await phone.see('小程序云开发示例')
})

test('a changed script is shown, and the way back is still there', async () => {
  const phone = await openRules()
  edit('pages/rules/queries.ts', '条件里写明了只查自己的', '改过的脚本')
  await phone.see('改过的脚本')
  await phone.tap('返回')
  await phone.see('小程序云开发示例')
})

test('a changed style is shown without a restart: what was typed stays', async () => {
  const phone = await open('qrcode')
  const field = phone.screen.locator('input').first()
  await field.fill('typed=1')
  edit('pages/qrcode/qrcode.wxss', '.hint {', '.hint {\n  display: none;')
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
