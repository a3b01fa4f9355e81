import type { MiniProgramFiles } from '../../project/mini-program'
import type { Problem } from '../../project/problem'
import { resolveReference } from '../../project/references'
import { didYouMean, problemAt, shownPath } from '../source'
import { checkKeys } from './check-keys'
import type { JsonFiles } from './json-files'
import { sitemapKeys } from './known-keys'
import { itemsOf, memberOf, stringOf } from './members'
import type { App } from './read-app'

/** https://developers.weixin.qq.com/miniprogram/dev/reference/configuration/sitemap.html */
export function checkSitemap(files: MiniProgramFiles, jsons: JsonFiles, app: App): Problem[] {
  const location = memberOf(app.source.root, 'sitemapLocation')
  const written = stringOf(location)
  if (!location || written === undefined) return []
  const path = resolveReference('app.json', written)
  if (!files.has(path))
    return [
      problemAt(app.source, location.offset, {
        rule: 'sitemap-missing',
        message: `there is no ${shownPath(path)}`,
      }),
    ]
  const sitemap = jsons.get(path)
  if (!sitemap) return []
  const known = new Set(app.pages.map(page => page.path))
  const pages = itemsOf(memberOf(sitemap.root, 'rules')).flatMap(rule => memberOf(rule, 'page') ?? [])
  const unknown = pages.flatMap(node => {
    const page = stringOf(node)
    if (page === undefined || page.includes('*') || known.has(page.replace(/^\//, ''))) return []
    return [
      problemAt(sitemap, node.offset, {
        rule: 'page-not-listed',
        message: `"${page}" is not among the pages of app.json`,
        mend: didYouMean(page, known),
      }),
    ]
  })
  return [...checkKeys(sitemap, sitemap.root, sitemapKeys), ...unknown]
}
