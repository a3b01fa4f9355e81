import { realpathSync } from 'node:fs'
import { join, relative } from 'node:path'
import { type BuildContext, type BuildFailure, context, type Message, type Plugin } from 'esbuild'
import { findModule } from '../../project/references'
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

/** Bundlers find more than phones do. */
function resolveAsDevTools(dir: string, has: (path: string) => boolean, aliases: () => Aliases): Plugin {
  return {
    name: 'as-devtools',
    setup(build) {
      // esbuild names files free of links
      const realDir = realpathSync(dir)
      build.onResolve({ filter: /.*/, namespace: 'file' }, ({ path, importer, kind }) => {
        if (kind === 'entry-point') return undefined
        const from = relative(realDir, importer).replaceAll('\\', '/')
        const found = findModule(has, aliases(), from, path)
        if (!found) return undefined
        return 'path' in found
          ? { path: join(dir, found.path) }
          : { errors: [{ text: found.problem.message }] }
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
