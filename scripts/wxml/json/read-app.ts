import { posix } from 'node:path'
import type { Node } from 'jsonc-parser'
import type { JsonSource } from './json-files'
import { itemsOf, memberOf, membersOf, stringOf } from './members'

/** A page as `app.json` lists it. */
export interface ListedPage {
  /** `pages/home/home`, with the root of its subpackage. */
  path: string
  node: Node
}

export interface Subpackage {
  /** With a `/` at its end. */
  root: string
  node: Node
}

/** What `app.json` says of the parts of the mini program. */
export interface App {
  source: JsonSource
  pages: ListedPage[]
  subpackages: Subpackage[]
  /** `resolveAlias` */
  aliases: Record<string, string>
}

export function readApp(source: JsonSource): App {
  const { root } = source
  const subpackages = [
    ...itemsOf(memberOf(root, 'subpackages')),
    ...itemsOf(memberOf(root, 'subPackages')),
  ].flatMap(node => {
    const folder = stringOf(memberOf(node, 'root'))
    return folder === undefined ? [] : [{ root: `${folder.replace(/^\/|\/$/g, '')}/`, node }]
  })
  const pages = [
    ...listed(memberOf(root, 'pages'), ''),
    ...subpackages.flatMap(({ root: folder, node }) => listed(memberOf(node, 'pages'), folder)),
  ]
  const aliases = membersOf(memberOf(root, 'resolveAlias')).flatMap(({ key, value }) => {
    const target = stringOf(value)
    return target === undefined ? [] : [[key, target] as const]
  })
  return { source, pages, subpackages, aliases: Object.fromEntries(aliases) }
}

function listed(list: Node | undefined, folder: string): ListedPage[] {
  return itemsOf(list).flatMap(node => {
    const path = stringOf(node)
    return path === undefined ? [] : [{ path: posix.normalize(folder + path.replace(/^\//, '')), node }]
  })
}
