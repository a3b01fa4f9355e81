import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { KIT_ROOT } from '../scripts/support/projects'
import { usePhones } from './support/use-phone'
import { usePreview } from './support/use-preview'

jest.setTimeout(60_000)
const preview = usePreview('cloudLog', 'guestbook', 'login', 'logs', 'notify', 'withheld')
const open = usePhones(preview)

const { pages } = JSON.parse(readFileSync(join(KIT_ROOT, 'miniprogram/app.json'), 'utf8')) as {
  pages: string[]
}
const names = pages.map(page => page.split('/')[1] ?? '')
const titleOf = (name: string) =>
  (
    JSON.parse(readFileSync(join(KIT_ROOT, `miniprogram/pages/${name}/${name}.json`), 'utf8')) as {
      navigationBarTitleText: string
    }
  ).navigationBarTitleText

/** What sticks out of the screen to the right, or can be scrolled sideways. */
const OVERFLOWING = `[...document.querySelectorAll('.page-view:not(.is-hidden) *')].filter(element => {
  const { right, width } = element.getBoundingClientRect()
  return width > 0 && (right > innerWidth + 0.5 || element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX !== 'visible' && !/input|textarea/i.test(element.tagName))
}).map(element => element.tagName + '.' + element.className)`

test.each(names)('%s opens under its title, and fits into 320 px in the dark', async name => {
  const phone = await open(name, { width: 320, theme: 'dark' })
  await phone.screen.getByText(titleOf(name), { exact: true }).first().waitFor()
  const [frame] = phone.page.frames().slice(1)
  expect(await frame?.evaluate('innerWidth')).toBe(320)
  expect(await frame?.evaluate(OVERFLOWING)).toEqual([])
  expect(await frame?.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")).toBe(true)
})

test('a long error card fits into 320 px', async () => {
  const phone = await open('permission', { width: 320, theme: 'dark' })
  await phone.tap('调用 withheld')
  await phone.see('云函数没有调用此 openapi 的权限')
  expect(await phone.page.frames()[1]?.evaluate(OVERFLOWING)).toEqual([])
})

test('dark is really dark: the page and its words have the colours of the dark theme', async () => {
  const phone = await open('home', { theme: 'dark' })
  await phone.see('小程序云开发示例')
  const colour = (selector: string, property: string) =>
    phone.page.frames()[1]?.evaluate(`getComputedStyle(document.querySelector('${selector}')).${property}`)
  expect(await colour('.card', 'backgroundColor')).toBe('rgb(28, 31, 29)')
  expect(await colour('.lead-title', 'color')).toBe('rgb(233, 236, 233)')
})
