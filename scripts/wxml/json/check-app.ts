import type { Node } from 'jsonc-parser'
import type { MiniProgramFiles } from '../../project/mini-program'
import type { Problem } from '../../project/problem'
import { resolveReference } from '../../project/references'
import { didYouMean, problemAt, shownPath } from '../source'
import { itemsOf, memberOf, membersOf, stringOf } from './members'
import type { App } from './read-app'

/** What of a page must be there; `.js` may stand for `.ts`. */
const SCRIPTS = ['.ts', '.js'] as const

/** The pages that `app.json` lists, against the files; and what else in it names a page or a picture. */
export function checkApp(files: MiniProgramFiles, app: App): Problem[] {
  return [...checkPages(files, app), ...checkPageNames(app), ...checkTabIcons(files, app)]
}

function checkPages(files: MiniProgramFiles, { source, pages }: App): Problem[] {
  const seen = new Set<string>()
  return pages.flatMap(({ path, node }) => {
    const error = (rule: string, message: string, mend?: string) => [
      problemAt(source, node.offset, { rule, message, mend }),
    ]
    if (seen.has(path)) return error('page-twice', `the page "${path}" is listed twice`, 'remove the line')
    seen.add(path)
    const missing = [
      ...(SCRIPTS.some(script => files.has(path + script)) ? [] : ['.ts']),
      ...(files.has(`${path}.wxml`) ? [] : ['.wxml']),
    ]
    if (missing.length === 0) return []
    const others = files.endingWith('.wxml').map(file => file.slice(0, -'.wxml'.length))
    const mend =
      didYouMean(path, others) ?? `write ${missing.length > 1 ? 'the files' : 'the file'}, or remove the line`
    return error(
      'page-without-files',
      `the page "${path}" has no ${missing.map(ending => shownPath(path + ending)).join(' and no ')}`,
      mend,
    )
  })
}

/** Names of pages elsewhere in `app.json`. */
function checkPageNames({ source, pages }: App): Problem[] {
  const { root } = source
  const known = new Set(pages.map(({ path }) => path))
  const names: (Node | undefined)[] = [
    memberOf(root, 'entryPagePath'),
    ...itemsOf(memberOf(memberOf(root, 'tabBar'), 'list')).map(tab => memberOf(tab, 'pagePath')),
    ...membersOf(memberOf(root, 'preloadRule')).map(({ keyNode }) => keyNode),
  ]
  return names.flatMap(node => {
    const name = stringOf(node)?.replace(/^\//, '')
    if (!node || name === undefined || known.has(name)) return []
    return [
      problemAt(source, node.offset, {
        rule: 'page-not-listed',
        message: `"${name}" is not among the pages of app.json`,
        mend: didYouMean(name, known),
      }),
    ]
  })
}

function checkTabIcons(files: MiniProgramFiles, { source }: App): Problem[] {
  const tabs = itemsOf(memberOf(memberOf(source.root, 'tabBar'), 'list'))
  return tabs
    .flatMap(tab => [memberOf(tab, 'iconPath'), memberOf(tab, 'selectedIconPath')])
    .flatMap(node => {
      const path = stringOf(node)
      if (!node || path === undefined || path.startsWith('@')) return []
      if (files.has(resolveReference('app.json', path))) return []
      return [
        problemAt(source, node.offset, { rule: 'image-missing', message: `there is no ${shownPath(path)}` }),
      ]
    })
}

/** Files of a page that `app.json` does not list: they are uploaded, and nobody can open the page. */
export function findUnlistedPages(
  files: MiniProgramFiles,
  { pages }: App,
  components: ReadonlySet<string>,
): Problem[] {
  const known = new Set(pages.map(({ path }) => path))
  return files.endingWith('.wxml').flatMap(file => {
    const path = file.slice(0, -'.wxml'.length)
    const script = SCRIPTS.map(ending => path + ending).find(name => files.has(name))
    if (known.has(path) || components.has(path) || script === undefined) return []
    const call = /^[ \t]*Page\(/m.exec(files.text(script))
    if (!call) return []
    return [
      problemAt({ path: script, text: files.text(script) }, call.index, {
        rule: 'page-not-listed',
        message: `the page "${path}" is not in app.json, so nobody can open it`,
        mend: `add "${path}" to "pages" of ${shownPath('app.json')}, or delete the page`,
      }),
    ]
  })
}
