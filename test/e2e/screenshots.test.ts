import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { scenes } from '../../scripts/screenshots/scenes'
import { takeScreenshots } from '../../scripts/screenshots/take-screenshots'
import { buildFunctions } from '../cloudfunctions/support/build-functions'
import { KIT_ROOT } from '../scripts/support/projects'

jest.setTimeout(60_000)

let root: string
let outDir: string
beforeAll(async () => {
  root = await buildFunctions(['cloudLog', 'guestbook', 'login', 'qrcode', 'withheld'])
  cpSync(join(KIT_ROOT, 'miniprogram'), join(root, 'miniprogram'), { recursive: true })
})
beforeEach(() => {
  outDir = mkdtempSync(join(tmpdir(), 'kit-screenshots-'))
})
afterEach(() => rmSync(outDir, { recursive: true, force: true }))
afterAll(() => {
  if (root) rmSync(root, { recursive: true, force: true, maxRetries: 5 })
})

/** Width and height stand at the beginning of a PNG, behind its signature. */
function sizeOf(file: string): [width: number, height: number] {
  const png = readFileSync(file)
  return [png.readUInt32BE(16), png.readUInt32BE(20)]
}

test('takeScreenshots() writes the screen of a page and the whole window, twice as sharp', async () => {
  const files = await takeScreenshots({ root, outDir, names: ['guestbook', 'preview'] })
  expect(files).toEqual([join(outDir, 'guestbook.png'), join(outDir, 'preview.png')])
  expect(sizeOf(files[0] ?? '')).toEqual([750, 1624])
  expect(sizeOf(files[1] ?? '')).toEqual([2360, 1920])
  for (const file of files) expect(readFileSync(file).length).toBeLessThan(400_000)
})

test('takeScreenshots() names the pages that there are, and writes nothing, if one is not', async () => {
  await expect(takeScreenshots({ root, outDir, names: ['home', 'hom'] })).rejects.toMatchObject({
    name: 'KitError',
    code: 'usage',
    message: expect.stringMatching(/^there is no page "hom"; there are: home, .*, preview$/),
  })
  expect(readdirSync(outDir)).toEqual([])
})

test('every page has a scene, and every scene a page', () => {
  const { pages } = JSON.parse(readFileSync(join(KIT_ROOT, 'miniprogram/app.json'), 'utf8')) as {
    pages: string[]
  }
  expect(Object.keys(scenes).sort()).toEqual(pages.map(page => page.split('/')[1]).sort())
})
