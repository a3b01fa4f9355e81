import type { Node } from 'jsonc-parser'
import { isForeign, type MiniProgramFiles } from '../project/mini-program'
import { findComponent } from '../project/references'
import type { JsonFiles, JsonSource } from './json/json-files'
import { memberOf, membersOf, stringOf } from './json/members'
import type { App } from './json/read-app'

/** One line of `usingComponents`. */
export interface ComponentUse {
  tag: string
  /** As written. */
  reference: string
  keyNode: Node
  valueNode: Node
  /** The JSON file with the line. */
  source: JsonSource
  /**
   * Where it leads to: a component of the mini program, one of a package or plugin (whose files are not read), or
   * nowhere.
   */
  target: { kind: 'own'; path: string } | { kind: 'foreign' } | { kind: 'missing' }
}

/** A page or a component: files of one name. */
export interface Unit {
  /** `pages/home/home` */
  path: string
  kind: 'page' | 'component'
  json: JsonSource | undefined
  /** What the unit declares itself. */
  components: ComponentUse[]
}

/** Every page that `app.json` lists and has a template, and every component of the mini program's own. */
export function findUnits(files: MiniProgramFiles, jsons: JsonFiles, app: App): Unit[] {
  const pages = app.pages.map(({ path }) => path)
  const components = jsons
    .all()
    .filter(({ root }) => memberOf(root, 'component')?.value === true)
    .map(({ path }) => path.slice(0, -'.json'.length))
  const known = new Set(pages)
  return [...pages, ...components.filter(path => !known.has(path))]
    .filter(path => files.has(`${path}.wxml`))
    .map(path => {
      const json = jsons.get(`${path}.json`)
      const kind = known.has(path) ? 'page' : 'component'
      return { path, kind, json, components: json ? componentsOf(files, json) : [] }
    })
}

/** The lines of `usingComponents` in a JSON file. */
export function componentsOf(files: MiniProgramFiles, source: JsonSource): ComponentUse[] {
  return membersOf(memberOf(source.root, 'usingComponents')).flatMap(({ key, keyNode, value }) => {
    const reference = stringOf(value)
    if (reference === undefined) return []
    const target = resolveComponent(files, source.path, reference)
    return [{ tag: key, reference, keyNode, valueNode: value, source, target }]
  })
}

function resolveComponent(files: MiniProgramFiles, from: string, reference: string): ComponentUse['target'] {
  if (/^[\w-]+:\/\//.test(reference)) return { kind: 'foreign' }
  const found = findComponent(path => files.has(path), from, reference)
  if (found === undefined) return { kind: 'missing' }
  return isForeign(found) ? { kind: 'foreign' } : { kind: 'own', path: found }
}
