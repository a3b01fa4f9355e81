import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core'
import { launchBrowser } from '../../../scripts/screenshots'

/** One browser for a test file; every context that a test opens is closed after it. */
export function useBrowser(): (options?: BrowserContextOptions) => Promise<BrowserContext> {
  let browser: Browser | undefined
  beforeAll(async () => {
    browser = await launchBrowser()
  }, 60_000)
  afterEach(() => Promise.all(browser?.contexts().map(context => context.close()) ?? []))
  afterAll(() => browser?.close())
  return async options => {
    if (!browser) throw new Error('the browser is there within tests only')
    const context = await browser.newContext(options)
    context.setDefaultTimeout(10_000)
    return context
  }
}
