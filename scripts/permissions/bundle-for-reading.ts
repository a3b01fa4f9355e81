import { realpath } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { BuildFailure, BuildOptions, Message, Metafile, OutputFile } from 'esbuild'
import { type BundleInput, functionBundleOptions, groupByExternals } from '../project/function-bundles'
import { KitError } from '../project/kit-error'
import type { Problem } from '../project/problem'
import { problemsOf } from './esbuild-problems'
import { createSourceReader, type ReadingBundle, readingBundle } from './reading-bundle'
import { asksForSdk } from './sdk-packages'

/** A function to be bundled; `entry` is absolute. */
export type FunctionToRead = BundleInput

/**
 * Bundles functions so that `checkPermissions()` can read them, all at once: 100 functions take
 * about a tenth of a second.
 *
 * @param onBundling called once, while esbuild works: it is a process of its own, so this one has nothing to do
 * @returns a bundle for each function that can be bundled, and what stops the others (a missing file, a syntax error)
 * @throws KitError `tool-failed` if esbuild itself fails
 */
export async function bundleForReading({
  root,
  functions,
  onBundling,
}: {
  root: string
  functions: readonly FunctionToRead[]
  onBundling?: () => void
}): Promise<{ bundles: Map<string, ReadingBundle>; problems: Problem[] }> {
  if (functions.length === 0) return { bundles: new Map(), problems: [] }
  // esbuild resolves links, so paths come out relative to the root only if it is free of them too
  const realRoot = await realpath(root)
  const readSource = createSourceReader(realRoot)
  const moved = functions.map(item => ({ ...item, entry: join(realRoot, relative(root, item.entry)) }))
  const bundling = Promise.all(groupByExternals(moved).map(group => bundleGroup(realRoot, group, readSource)))
  // esbuild is not asked before this turn of the event loop has written to it
  const meanwhile = setImmediate().then(onBundling)
  const [results] = await Promise.all([bundling, meanwhile])
  const problems = results.flatMap(result => result.problems)
  return {
    bundles: new Map(results.flatMap(result => result.bundles)),
    problems: [...new Map(problems.map(problem => [JSON.stringify(problem), problem])).values()],
  }
}

interface Result {
  metafile: Metafile
  outputFiles: OutputFile[]
}

interface GroupResult {
  bundles: [name: string, bundle: ReadingBundle][]
  problems: Problem[]
}

/** If one function of a group cannot be bundled, esbuild gives none: then each is tried alone. */
async function bundleGroup(
  root: string,
  group: readonly FunctionToRead[],
  readSource: (file: string) => string,
): Promise<GroupResult> {
  const result = await tryToBundle(root, group)
  if (!('errors' in result)) return { bundles: bundlesOf(root, group, result, readSource), problems: [] }
  const [only, another] = group
  if (only && !another)
    return { bundles: [], problems: problemsOf(result.errors, relativeTo(root, only.entry)) }
  const alone = await Promise.all(group.map(item => bundleGroup(root, [item], readSource)))
  return { bundles: alone.flatMap(one => one.bundles), problems: alone.flatMap(one => one.problems) }
}

async function tryToBundle(
  root: string,
  group: readonly FunctionToRead[],
): Promise<Result | { errors: Message[] }> {
  const whole = optionsFor(root, group)
  // the code of packages is four fifths of a usual bundle, and mostly nothing to be read
  const light = await bundle({ ...whole, packages: 'external' })
  // the second time, a failure also names the packages that are missing
  if ('errors' in light) return bundle(whole)
  const packages = packagesIn(light.metafile, group[0]?.external ?? [])
  return packages.some(name => asksForSdk(root, name)) ? bundle(whole) : light
}

async function bundle(options: BundleOptions): Promise<Result | { errors: Message[] }> {
  const { build } = require('esbuild') as typeof import('esbuild')
  try {
    const { metafile, outputFiles } = await build(options)
    return { metafile, outputFiles }
  } catch (error) {
    if (isBuildFailure(error)) return { errors: error.errors }
    throw new KitError('tool-failed', 'esbuild gave no answer', { cause: error })
  }
}

type BundleOptions = BuildOptions & { write: false; metafile: true }

/** What the bundles import from packages that will be part of the upload. */
function packagesIn({ outputs }: Metafile, external: readonly string[]): string[] {
  const outside = ['wx-server-sdk', ...external]
  const all = Object.values(outputs).flatMap(({ imports }) => imports.map(({ path }) => path))
  return [...new Set(all)].filter(path => !outside.some(name => path === name || path.startsWith(`${name}/`)))
}

function optionsFor(root: string, group: readonly FunctionToRead[]) {
  return {
    ...functionBundleOptions(root, group),
    // from the root, the paths in source maps come out relative to it
    outdir: root,
    metafile: true,
    treeShaking: true,
    format: 'esm',
  } as const satisfies BuildOptions
}

function bundlesOf(
  root: string,
  group: readonly FunctionToRead[],
  { metafile, outputFiles }: Result,
  readSource: (file: string) => string,
): [name: string, bundle: ReadingBundle][] {
  const texts = new Map(outputFiles.map(({ path, text }) => [relativeTo(root, path), text]))
  return group.flatMap(({ name }) => {
    const output = metafile.outputs[`${name}.js`]
    const code = texts.get(`${name}.js`)
    const map = texts.get(`${name}.js.map`)
    if (!output || code === undefined || map === undefined) return []
    return [[name, readingBundle(code, map, output, metafile.inputs, readSource)]]
  })
}

function isBuildFailure(error: unknown): error is BuildFailure {
  return error instanceof Error && 'errors' in error && Array.isArray(error.errors)
}

function relativeTo(root: string, path: string): string {
  return relative(root, path).split(sep).join('/')
}
