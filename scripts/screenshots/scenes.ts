import type { FrameLocator, Page } from 'playwright-core'

/** What a page is brought to show before its picture is taken. */
export type Scene = (screen: FrameLocator, stage: Stage) => Promise<void>

export interface Stage {
  page: Page
  /** A picture that a user would upload: PNG. */
  picture: Buffer
}

const button = (screen: FrameLocator, text: string) =>
  screen.getByText(text, { exact: true }).and(screen.locator('wx-button:not([aria-disabled="true"])'))
const seen = (screen: FrameLocator, text: string, index = 0) => screen.getByText(text).nth(index).waitFor()
const inDialog = (screen: FrameLocator, name: string) =>
  screen.getByRole('dialog').getByRole('button', { name }).click()

/** As a finger would, in px. */
async function scroll(page: Page, distance: number): Promise<void> {
  await page.locator('iframe').hover()
  await page.mouse.wheel(0, distance)
}

/** The whole window: what a page did stands in the side panel. */
export const wholeWindow: Scene = async (screen, { page }) => {
  await seen(screen, 'oLOCAL')
  await screen.getByText('接口权限', { exact: true }).click()
  await button(screen, '调用 qrcode').click()
  await seen(screen, '调用成功')
  await button(screen, '调用 withheld').click()
  await seen(screen, '云函数没有调用此 openapi 的权限')
  await scroll(page, 430)
  await page.locator('aside').getByText('withheld', { exact: true }).click()
}

/** By page. A page that is not here is taken as it opens. */
export const scenes: Readonly<Record<string, Scene>> = {
  async home(screen) {
    await seen(screen, 'oLOCAL')
  },
  async qrcode(screen) {
    await button(screen, '生成小程序码').click()
    await seen(screen, 'cloud://')
  },
  async permission(screen, { page }) {
    await button(screen, '调用 withheld').click()
    await seen(screen, '云函数没有调用此 openapi 的权限')
    await scroll(page, 430)
  },
  async guestbook(screen) {
    await seen(screen, '没有更多了')
  },
  async rules(screen) {
    const ask = button(screen, '查一查')
    for (const index of [0, 1]) await ask.nth(index).click()
    await seen(screen, '查到 1 条')
    await seen(screen, '-502003')
  },
  async upload(screen, { page, picture }) {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      button(screen, '选择图片').click(),
    ])
    await chooser.setFiles({ name: 'sample.png', mimeType: 'image/png', buffer: picture })
    await screen.locator('.picture').waitFor()
  },
  async notify(screen) {
    await button(screen, '请求发一条消息').click()
    await inDialog(screen, '允许')
    await seen(screen, '已同意')
    await button(screen, '发送').click()
    await seen(screen, '已发送')
  },
  async phone(screen) {
    await button(screen, '使用微信手机号').click()
    await inDialog(screen, '允许')
    await seen(screen, '换到了')
  },
  async logs(screen) {
    await seen(screen, '-604101 withheld')
  },
  async functions(screen) {
    await seen(screen, 'withheld')
  },
  async settings(screen) {
    await seen(screen, 'oLOCAL')
  },
}
