import type { Manifest } from '../manifest'
import type { PageAddress } from '../outer'

/** The path of the page that the mini program begins with. */
export function homeOf({ app: { entryPagePath }, pages }: Pick<Manifest, 'app' | 'pages'>): string {
  const entry = String(entryPagePath).replace(/^\//, '')
  return pages.includes(entry) ? entry : (pages[0] ?? '')
}

/**
 * The page that an address leads to, as `wx.navigateTo` takes it: from the root, or relative to the page it is in.
 *
 * @throws Error if it is no address of a page
 */
export function readAddress(url: unknown, from: string, pages: readonly string[]): PageAddress {
  if (typeof url !== 'string') throw new Error('parameter error: parameter.url should be String')
  const [address = '', ...rest] = url.split('?')
  const parts = address.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const part of address.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  const path = parts.join('/').replace(/\.html$/, '')
  if (!pages.includes(path)) throw new Error(`page "${path}" is not found`)
  return { path, query: rest.join('?') }
}

/** What `onLoad` receives. Values are as they were written: who encodes them decodes them. */
export function readQuery(query: string): Record<string, string> {
  const pairs = query.split('&').filter(pair => pair !== '')
  return Object.fromEntries(
    pairs.map(pair => {
      const at = pair.indexOf('=')
      return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)]
    }),
  )
}

/** A query without the parts that cannot be decoded, such as `x=%`. */
export function decodable(query: string): string {
  return query
    .split('&')
    .filter(pair => {
      try {
        return decodeURIComponent(pair) !== undefined
      } catch (error) {
        if (error instanceof URIError) return false
        throw error
      }
    })
    .join('&')
}
