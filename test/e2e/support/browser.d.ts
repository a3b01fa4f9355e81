import type { BrowserContext, BrowserContextOptions } from 'playwright-core'
/** One browser for a test file; every context that a test opens is closed after it. */
export declare function useBrowser(): (options?: BrowserContextOptions) => Promise<BrowserContext>
