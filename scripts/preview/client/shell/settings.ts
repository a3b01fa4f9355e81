import type { PageAddress } from '../outer'
import { DEFAULT_WIDTH, SIZES } from './frame'

/** What one tab of the browser keeps when it is loaded anew. */
export interface Settings {
  width: number
  theme: 'light' | 'dark'
  stack: readonly PageAddress[]
}

const KEY = 'wx-cloud-kit preview'

/**
 * Reads what this tab kept. The address may name a page to open, such as `#pages/qrcode/qrcode?scene=1`; the theme is
 * the browser's until it was chosen.
 */
export function readSettings(): Settings {
  const kept = keptSettings()
  const width = SIZES.some(([known]) => known === kept.width) ? Number(kept.width) : DEFAULT_WIDTH
  const preferred = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  const theme = kept.theme === 'light' || kept.theme === 'dark' ? kept.theme : preferred
  const stack = Array.isArray(kept.stack) ? (kept.stack as PageAddress[]) : []
  const asked = readHash()
  const shown = stack.at(-1)
  const isAsAsked = !asked || (shown?.path === asked.path && shown.query === asked.query)
  return { width, theme, stack: isAsAsked ? stack : [asked] }
}

export function keepSettings(change: Partial<Settings>): void {
  sessionStorage.setItem(KEY, JSON.stringify({ ...keptSettings(), ...change }))
}

/** Shows in the address bar which page is open. */
export function showAddress(page: PageAddress | undefined): void {
  if (!page) return
  history.replaceState(null, '', `#${page.path}${page.query === '' ? '' : `?${page.query}`}`)
}

function readHash(): PageAddress | undefined {
  const [path = '', ...query] = location.hash.replace(/^#\/?/, '').split('?')
  return path === '' ? undefined : { path, query: query.join('?') }
}

function keptSettings(): Partial<Record<keyof Settings, unknown>> {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as Partial<Record<keyof Settings, unknown>>
  } catch (error) {
    if (error instanceof SyntaxError) return {}
    throw error
  }
}
