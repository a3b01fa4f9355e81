import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Problem } from '../../project/problem'
import type { Manifest } from '../client/manifest'
import type { ScriptCompiler, Scripts } from './scripts'
import { openSources } from './sources'
import { compileStyles, type Styles, styleScopeOf } from './styles'
import { compileTemplates } from './templates'
import { readMiniProgram, type Unit } from './units'

/** A mini program as the browser loads it. */
export interface Compiled {
  manifest: Manifest
  /** A JavaScript expression: by path, what makes the elements of a unit. */
  templates: string
  scripts: Scripts
  styles: Styles
}

export type CompileResult = { compiled: Compiled } | { problems: readonly Problem[] }

/** Compiles `miniprogram/`, all of it: that takes some tens of milliseconds. */
export async function compile(root: string, scriptCompiler: ScriptCompiler): Promise<CompileResult> {
  const sources = openSources(root)
  const { app, theme, pages, units } = readMiniProgram(sources)
  const bundling = scriptCompiler.compile(sources, units)
  const templates = compileTemplates(sources, units)
  const [scripts, styles] = await Promise.all([bundling, compileStyles(sources, units)])
  if (sources.problems.length > 0 || !scripts) return { problems: sources.problems }
  const manifest = { app, theme, pages, units: Object.fromEntries(units.map(describe)), appid: appidOf(root) }
  return { compiled: { manifest, templates, scripts, styles } }
}

function describe(unit: Unit): [string, Manifest['units'][string]] {
  const { path, kind, config, using } = unit
  return [path, { kind, config, using, styleScope: styleScopeOf(unit) }]
}

/** Of `project.config.json`; the mini program may ask for it. */
function appidOf(root: string): string {
  const { appid } = JSON.parse(readFileSync(join(root, 'project.config.json'), 'utf8')) as { appid?: unknown }
  return typeof appid === 'string' ? appid : ''
}
