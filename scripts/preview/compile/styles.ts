import { transform } from 'esbuild'
import { esbuildPlace } from './esbuild-place'
import { resolvePath, type Sources } from './sources'
import type { Unit } from './units'
import { transformWxss, type WxssOptions } from './wxss'

/** CSS by the path of its unit; `app` for `app.wxss`. In the order in which they count. */
export type Styles = Readonly<Record<string, string>>

const IMPORT = /@import\s+(?:url\(\s*)?["']([^"']+)["']\s*\)?\s*;/g

/** Turns the WXSS of the app and of all units into CSS. */
export async function compileStyles(sources: Sources, units: readonly Unit[]): Promise<Styles> {
  const files = new Set<string>()
  const app = compile('app.wxss', { classPrefix: '', host: ':host', where: '' })
  const components = units.filter(({ kind }) => kind === 'component')
  const pages = units.filter(({ kind }) => kind === 'page')
  const styles = Object.fromEntries([
    ['app', app],
    ...[...components, ...pages].map(unit => [unit.path, compile(`${unit.path}.wxss`, optionsOf(unit))]),
  ])
  await Promise.all([...files].map(file => checkSyntax(sources, file)))
  return styles

  function compile(file: string, options: Omit<WxssOptions, 'url'>, importing: string[] = []): string {
    const text = sources.read(file)
    if (text === undefined) return ''
    files.add(file)
    let css = ''
    for (const { index, 1: target = '' } of text.matchAll(IMPORT)) {
      const path = resolvePath(target, file)
      if (path === undefined || sources.read(path) === undefined) {
        sources.fail('import-missing', file, `there is no file ${JSON.stringify(target)} to import`, index)
      } else if (!importing.includes(path)) {
        css += compile(path, options, [...importing, file])
      }
    }
    const url = (path: string) => (/^[\w+.-]+:|^\/\//.test(path) ? path : `/${resolvePath(path, file)}`)
    return css + transformWxss(text.replace(IMPORT, ''), { ...options, url })
  }
}

/** The name of a unit's style scope: what its classes begin with, before `--`. */
export function styleScopeOf({ path }: Unit): string {
  return path.replace(/[^A-Za-z0-9-]/g, char => (char === '/' ? '_' : `_${char.charCodeAt(0)}`))
}

function optionsOf(unit: Unit): Omit<WxssOptions, 'url'> {
  if (unit.kind === 'page') {
    const page = `[data-page="${unit.path}"]`
    return { classPrefix: '', host: 'wx-page', where: `:where(${page}, ${page} *)` }
  }
  // whether it shares its styles may stand in its script; then the browser takes the scope away
  const scope = styleScopeOf(unit)
  return { classPrefix: `${scope}--`, host: `[wx-host="${scope}"]`, where: '' }
}

async function checkSyntax(sources: Sources, file: string): Promise<void> {
  const { warnings } = await transform(sources.read(file) ?? '', { loader: 'css', logLevel: 'silent' })
  for (const { text, location, id } of warnings) {
    if (id.startsWith('css-syntax') || id === 'invalid-@import') {
      sources.fail('wxss-syntax', file, text, location ? esbuildPlace(location) : undefined)
    }
  }
}
