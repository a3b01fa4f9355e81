import { realpathSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { type BuildContext, type BuildFailure, context, type Message, type Plugin } from 'esbuild'
import { applyAlias, findPackageScript, isBare, NPM_DIR, resolveReference } from '../../project/mini-program'
import { isObject, type JsonObject } from './app-json'
import { esbuildPlace } from './esbuild-place'
import type { Sources } from './sources'
import type { Unit } from './units'

/** The mini program's own code: sets `miniProgramModules`, an object with a function for each script. */
export interface Scripts {
  code: string
  /** Source map; its sources are paths from the root of the mini program. */
  map: string
}

export interface ScriptCompiler {
  /** Bundles `app` and the scripts of all units; undefined if that fails, which is noted. */
  compile(sources: Sources, units: readonly Unit[], app: JsonObject): Promise<Scripts | undefined>
  close(): Promise<void>
}

const ENTRY = 'preview-entry'

/** Keeps what esbuild knows between two compilations. */
export function openScriptCompiler(): ScriptCompiler {
  let entry = ''
  let aliases: Aliases = {}
  let building: Promise<BuildContext> | undefined

  const open = ({ dir, has }: Sources) =>
    context({
      entryPoints: [ENTRY],
      absWorkingDir: dir,
      outdir: dir,
      bundle: true,
      write: false,
      format: 'iife',
      globalName: 'miniProgramModules',
      target: 'es2022',
      sourcemap: 'external',
      sourcesContent: false,
      logLevel: 'silent',
      plugins: [
        resolveAsDevTools(dir, has, () => aliases),
        {
          name: ENTRY,
          setup(build) {
            build.onResolve({ filter: new RegExp(`^${ENTRY}$`) }, () => ({ path: ENTRY, namespace: ENTRY }))
            build.onLoad({ filter: /.*/, namespace: ENTRY }, () => ({ contents: entry, resolveDir: dir }))
          },
        },
      ],
    })

  return {
    async compile(sources, units, app) {
      entry = entryOf(sources, units)
      aliases = aliasesOf(app)
      building ??= open(sources)
      try {
        const { outputFiles = [] } = await (await building).rebuild()
        const text = (end: string) => outputFiles.find(({ path }) => path.endsWith(end))?.text ?? ''
        return { code: text('.js'), map: text('.map') }
      } catch (error) {
        if (!isBuildFailure(error)) throw error
        for (const message of error.errors) note(sources, message)
        return undefined
      }
    },
    async close() {
      await (await building)?.dispose()
    },
  }
}

type Aliases = Readonly<Record<string, string>>

function aliasesOf({ resolveAlias }: JsonObject): Aliases {
  const entries = isObject(resolveAlias) ? Object.entries(resolveAlias) : []
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}

/** Modules come from `miniprogram/` alone: from a path in it, by an alias of `app.json`, or from a package built there. */
function resolveAsDevTools(dir: string, has: (path: string) => boolean, aliases: () => Aliases): Plugin {
  return {
    name: NPM_DIR,
    setup(build) {
      // esbuild names files free of links
      const realDir = realpathSync(dir)
      build.onResolve({ filter: /.*/, namespace: 'file' }, async ({ path, importer, kind, pluginData }) => {
        if (kind === 'entry-point' || pluginData === NPM_DIR) return undefined
        const from = relative(realDir, importer).replaceAll('\\', '/')
        const target = applyAlias(aliases(), path) ?? (path.startsWith('/') ? path.slice(1) : undefined)
        if (target !== undefined)
          return await build.resolve(`./${target}`, { kind, resolveDir: dir, pluginData: NPM_DIR })
        if (!isBare(path)) {
          if (!resolveReference(from, path).startsWith('..')) return undefined
          return {
            errors: [{ text: `${path} is outside of miniprogram/: DevTools packs nothing from there` }],
          }
        }
        const found = findPackageScript(has, from, path)
        if (found !== undefined) return { path: join(dir, found) }
        const text = `there is no package "${path}" in ${NPM_DIR}/ (DevTools: Tools > Build npm makes it)`
        const beside = await build.resolve(`./${path}`, {
          kind,
          resolveDir: join(dir, dirname(from)),
          pluginData: NPM_DIR,
        })
        return beside.errors.length > 0 ? { errors: [{ text }] } : beside
      })
    },
  }
}

/** Each script is run when it is asked for, and once. */
function entryOf(sources: Sources, units: readonly Unit[]): string {
  const lines = ['app', ...units.map(({ path }) => path)].map(path => {
    const file = ['ts', 'js'].map(extension => `${path}.${extension}`).find(sources.has)
    if (file !== undefined) return `${JSON.stringify(path)}: () => require(${JSON.stringify(`./${file}`)}),`
    sources.fail('file-missing', `${path}.ts`, 'the file is missing')
    return ''
  })
  return `module.exports = {\n${lines.join('\n')}\n}\n`
}

function note(sources: Sources, { text, location }: Message): void {
  const file = location?.file.replaceAll('\\', '/')
  // an error without a place in the mini program concerns all of it
  if (!location || file === undefined || !sources.has(file)) sources.fail('script-error', 'app.json', text)
  else sources.fail('script-error', file, text, esbuildPlace(location))
}

function isBuildFailure(error: unknown): error is BuildFailure {
  return error instanceof Error && Array.isArray((error as Partial<BuildFailure>).errors)
}
