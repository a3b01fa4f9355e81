import { NPM_DIR } from '../../project/mini-program'
import { findComponent, isBare } from '../../project/references'
import { isObject, type JsonObject, type JsonSource, readJson } from './app-json'
import { resolvePath, type Sources } from './sources'

/** A page or a component. */
export interface Unit {
  /** From the root of the mini program, without extension. */
  path: string
  kind: 'page' | 'component'
  /** Its JSON file. */
  config: JsonObject
  /** By tag, the path of the component; those of `app.json` included. */
  using: Readonly<Record<string, string>>
}

export interface MiniProgram {
  app: JsonObject
  /** The variables of `theme.json`, by theme. */
  theme: { light: JsonObject; dark: JsonObject }
  /** In the order of `app.json`. */
  pages: readonly string[]
  /** Pages first, each component once. */
  units: readonly Unit[]
}

/** Finds the pages of `app.json` and every component that they use. */
export function readMiniProgram(sources: Sources): MiniProgram {
  const appJson = readJson(sources, 'app.json')
  const app = appJson?.value ?? {}
  const pages = appJson ? pagesOf(sources, appJson) : []
  const global = appJson ? usingOf(sources, 'app.json', appJson) : {}
  const units = new Map<string, Unit>()

  const add = (path: string, kind: Unit['kind']) => {
    if (units.has(path)) return
    // the JSON file of a page may be missing
    const json = kind === 'page' && !sources.has(`${path}.json`) ? NO_JSON : readJson(sources, `${path}.json`)
    if (!json) return
    if (kind === 'component' && json.value.component !== true) {
      sources.fail('not-a-component', `${path}.json`, 'a component needs "component": true')
    }
    const using = { ...global, ...usingOf(sources, `${path}.json`, json) }
    units.set(path, { path, kind, config: json.value, using })
  }
  for (const page of pages) add(page, 'page')
  // the list grows while it is walked through
  for (const unit of units.values()) for (const path of Object.values(unit.using)) add(path, 'component')
  return { app, theme: readTheme(sources, app), pages, units: [...units.values()] }
}

const NO_JSON: JsonSource = { value: {}, offsetOf: () => 0 }

function pagesOf(sources: Sources, json: JsonSource): string[] {
  const { pages, subPackages, subpackages = subPackages } = json.value
  const found: string[] = []
  const take = (value: unknown, root: string, ...place: (string | number)[]) => {
    if (!Array.isArray(value)) return
    for (const [index, page] of value.entries()) {
      const path = typeof page === 'string' ? `${root}${page.replace(/^\//, '')}` : ''
      if (path === '' || path.includes('..')) {
        sources.fail('page-wrong', 'app.json', 'a page must be a path', json.offsetOf(...place, index))
      } else if (sources.has(`${path}.wxml`) || sources.has(`${path}.ts`) || sources.has(`${path}.js`)) {
        found.push(path)
      } else {
        sources.fail(
          'page-missing',
          'app.json',
          `there is no page ${path}: ${path}.wxml is missing`,
          json.offsetOf(...place, index),
        )
      }
    }
  }
  take(pages, '', 'pages')
  if (Array.isArray(subpackages)) {
    const key = 'subpackages' in json.value ? 'subpackages' : 'subPackages'
    for (const [index, part] of subpackages.entries()) {
      if (!isObject(part) || typeof part.root !== 'string') continue
      take(part.pages, `${part.root.replace(/^\/|\/$/g, '')}/`, key, index, 'pages')
    }
  }
  if (found.length === 0 && sources.problems.length === 0) {
    sources.fail('page-missing', 'app.json', 'no page is listed in "pages"', json.offsetOf('pages'))
  }
  return found
}

function usingOf(sources: Sources, file: string, json: JsonSource): Record<string, string> {
  const { usingComponents } = json.value
  if (!isObject(usingComponents)) return {}
  const using: Record<string, string> = {}
  for (const [tag, target] of Object.entries(usingComponents)) {
    const isPath = typeof target === 'string' && !target.includes('://')
    const path = isPath ? findComponent(sources.has, file, target) : undefined
    if (path !== undefined) {
      using[tag] = path
    } else {
      sources.fail(
        'component-missing',
        file,
        `there is no component ${JSON.stringify(target)} for <${tag}>${isPath ? `: ${whereItShouldBe(target, file)}` : ''}`,
        json.offsetOf('usingComponents', tag),
      )
    }
  }
  return using
}

function whereItShouldBe(target: string, file: string): string {
  const beside = `${resolvePath(target, file) ?? target}.json is missing`
  return isBare(target)
    ? `${beside}, and there is none in ${NPM_DIR}/ (DevTools: Tools > Build npm makes it)`
    : beside
}

function readTheme(sources: Sources, app: JsonObject): MiniProgram['theme'] {
  const { themeLocation } = app
  if (typeof themeLocation !== 'string') return { light: {}, dark: {} }
  const json = readJson(sources, resolvePath(themeLocation, 'app.json') ?? themeLocation)
  const { light, dark } = json?.value ?? {}
  return { light: isObject(light) ? light : {}, dark: isObject(dark) ? dark : {} }
}
