import { ApiFailure } from '../api'

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]'])
/** What a mini program may ask of the local cloud. */
const ROUTES = ['/client/', '/cos/', '/local/']

/**
 * The same address on the preview's own origin. Whatever port a page names, the local cloud behind this preview is
 * meant.
 *
 * @throws ApiFailure for any other address: nothing is fetched from outside
 */
export function ownAddress(url: string): string {
  if (!URL.canParse(url)) throw new ApiFailure(`invalid url "${url}"`)
  const address = new URL(url)
  const isLocal = address.protocol === 'http:' && LOOPBACK.has(address.hostname)
  if (isLocal && ROUTES.some(route => address.pathname.startsWith(route)))
    return address.pathname + address.search
  throw new ApiFailure(`the preview reaches the local cloud only, and nothing outside: refused ${url}`)
}
