import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { getNodeValue } from 'jsonc-parser'
import { ENV_FILE, readEnvironments } from '../../project/environments'
import { parseJson } from '../../project/json-file'
import { MINI_PROGRAM_DIR } from '../../project/mini-program'
import type { Problem } from '../../project/problem'
import type { Manifest } from '../client/manifest'
import type { ScriptCompiler, Scripts } from './scripts'
import { openSources, type Sources } from './sources'
import { compileStyles, type Styles, styleScopeOf } from './styles'
import { compileTemplates, type Templates } from './templates'
import { readMiniProgram, type Unit } from './units'

const CONFIG = 'project.config.json'

/** A mini program as the browser loads it. */
export interface Compiled {
  manifest: Manifest
  templates: Templates
  scripts: Scripts
  styles: Styles
}

export type CompileResult = { compiled: Compiled } | { problems: readonly Problem[] }

/** Compiles `miniprogram/`, all of it: that takes some tens of milliseconds. */
export async function compile(root: string, scriptCompiler: ScriptCompiler): Promise<CompileResult> {
  const sources = openSources(root)
  const { app, theme, pages, units } = readMiniProgram(sources)
  const bundling = scriptCompiler.compile(sources, units, app)
  const templates = compileTemplates(sources, units)
  const [scripts, styles] = await Promise.all([bundling, compileStyles(sources, units)])
  if (sources.problems.length > 0 || !scripts) return { problems: sources.problems }
  const manifest = {
    app,
    theme,
    pages,
    units: Object.fromEntries(units.map(describe)),
    appid: appidOf(root),
    environments: environmentsOf(sources),
  }
  return { compiled: { manifest, templates, scripts, styles } }
}

function describe(unit: Unit): [string, Manifest['units'][string]] {
  const { path, kind, config, using } = unit
  return [path, { kind, config, using, styleScope: styleScopeOf(unit) }]
}

/** The ids in `env.ts`; a mini program without that file has none. */
function environmentsOf(sources: Sources): string[] {
  const text = sources.read(relative(MINI_PROGRAM_DIR, ENV_FILE)) ?? ''
  return readEnvironments(text).flatMap(({ env }) => (env ? [env] : []))
}

/** Of `project.config.json`; the mini program may ask for it. Empty if that file does not say. */
function appidOf(root: string): string {
  const parsed = parseJson(readFileSync(join(root, CONFIG), 'utf8'), CONFIG)
  const appid: unknown = 'root' in parsed ? getNodeValue(parsed.root).appid : undefined
  return typeof appid === 'string' ? appid : ''
}
