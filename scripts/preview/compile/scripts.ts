import { type BuildContext, type BuildFailure, context, type Message } from 'esbuild'
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
  compile(sources: Sources, units: readonly Unit[]): Promise<Scripts | undefined>
  close(): Promise<void>
}

const ENTRY = 'preview-entry'

/** Keeps what esbuild knows between two compilations. */
export function openScriptCompiler(): ScriptCompiler {
  let entry = ''
  let building: Promise<BuildContext> | undefined

  const open = (dir: string) =>
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
    async compile(sources, units) {
      entry = entryOf(sources, units)
      building ??= open(sources.dir)
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
