import type { FrameLocator, Locator, Page } from 'playwright-core'
import { useBrowser } from './browser'
import type { TestPreview } from './use-preview'

export interface PhoneOptions {
  /** Of the phone's screen, in px. @default 375 */
  width?: 320 | 375
  theme?: 'light' | 'dark'
  /** @default the user whom the cloud takes if nobody says who */
  openid?: string
}

/** The preview in a browser, at one page of the mini program. */
export interface TestPhone {
  page: Page
  /** The phone's screen. */
  screen: FrameLocator
  /** Waits until a text is on the screen. */
  see(text: string | RegExp): Promise<void>
  /** Waits until a text is gone. */
  seeNoMore(text: string | RegExp): Promise<void>
  /** Taps what has this text, or this name for those who cannot see it. */
  tap(text: string): Promise<void>
  /** All words of the page that is shown. */
  words(): Promise<string>
}

/**
 * Gives a function that opens a page of the mini program for a user, in a browser context of its own.
 *
 * A test fails if the browser asked anything of another origin, or if an error reached the window.
 */
export function usePhones(
  preview: TestPreview,
): (page: string, options?: PhoneOptions) => Promise<TestPhone> {
  const newContext = useBrowser()
  const strayed: string[] = []
  const errors: string[] = []
  afterEach(() => {
    expect({ strayed: strayed.splice(0), errors: errors.splice(0) }).toEqual({ strayed: [], errors: [] })
  })

  return async (name, { width = 375, theme = 'light', openid } = {}) => {
    const context = await newContext({
      colorScheme: theme,
      reducedMotion: 'reduce',
      viewport: { width: 1100, height: 950 },
      ...(openid && { extraHTTPHeaders: { 'X-WX-OPENID': openid } }),
    })
    const page = await context.newPage()
    context.on('request', request => {
      if (!isOwn(request.url(), preview.url)) strayed.push(request.url())
    })
    page.on('pageerror', error => errors.push(error.message))
    await page.goto(`${preview.url}/#pages/${name}/${name}`)
    if (width !== 375) await page.getByLabel('手机宽度').selectOption(String(width))

    const screen = page.frameLocator('iframe')
    const shown = screen.locator('.page-view:not(.is-hidden)')
    await shown.first().waitFor()
    const named = (text: string): Locator =>
      screen
        .getByRole('button', { name: text, exact: true })
        .or(shown.getByText(text, { exact: true }))
        // a button that is off is not meant yet
        .and(screen.locator(':not([aria-disabled="true"])'))
        .filter({ visible: true })
        .first()
    return {
      page,
      screen,
      see: text => screen.getByText(text).filter({ visible: true }).first().waitFor(),
      seeNoMore: text =>
        screen.getByText(text).filter({ visible: true }).first().waitFor({ state: 'detached' }),
      tap: text => named(text).click(),
      words: () => shown.innerText(),
    }
  }
}

function isOwn(url: string, origin: string): boolean {
  return url.startsWith(`${origin}/`) || /^(?:blob|data):/.test(url)
}
