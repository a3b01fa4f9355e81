import { join } from 'node:path'
import { type InspectedFunction, inspectFunctions } from '../check'
import { FUNCTIONS_DIR, findFunctions } from '../project/cloud-functions'
import { KitError } from '../project/kit-error'
import { waitForLock } from '../project/lock-file'
import { hasErrors, type Problem } from '../project/problem'
import { typeCheck } from '../project/type-check'
import { writeWhole } from '../project/write-whole'
import { describeDone, forgetState, isUpToDate, readState, writeState } from './build-state'
import type { BundledFunction } from './bundle'
import { fingerprintInputs } from './fingerprint'
import { checkSize, type MadePackage, makePackage } from './make-packages'
import { type BuiltFunction, type Manifest, readManifest } from './manifest'
import { Materials } from './materials'
import type { SdkChunk } from './sdk-chunk'
import { foreignEntries, recover, type Swap, swapFolders, swapIn } from './swap'
import { stage, writeFolder } from './write-output'

export interface BuildOptions {
  /** Absolute path of the project. */
  root: string
  /** Build these functions only; all by default. */
  names?: readonly string[]
  /** Write `dist/packages/<name>.zip`. @default true */
  zip?: boolean
  /** Write `dist/maps/<name>.js.map`. @default true */
  sourcemap?: boolean
  /** Type-check the functions; a type error fails the build. @default true */
  types?: boolean
  /** Where the SDK chunk is kept. @default node_modules/.cache/wx-cloud-kit */
  cacheDir?: string
  /** Told in a few words what is going on. */
  onProgress?: (doing: string) => void
}

export interface BuildResult {
  /** Whether `dist/` now holds what the sources say. */
  ok: boolean
  /** Nothing had changed since the last build, so nothing was written. */
  unchanged: boolean
  /** What was built, or found unchanged; empty if the build failed. */
  functions: BuiltFunction[]
  problems: Problem[]
}

/**
 * Turns cloud functions into packages: `dist/cloudfunctions/<name>/`, `dist/packages/<name>.zip`,
 * `dist/manifest.json`. A build that fails or is killed leaves the output of the one before it.
 */
export async function build(options: BuildOptions): Promise<BuildResult> {
  const lockFile = join(options.root, 'dist', '.build.lock')
  // two builds at once are normal: DevTools runs one before it compiles while --watch runs another
  const release = await waitForLock(lockFile, pid =>
    options.onProgress?.(`waiting for another build (process ${pid})`),
  )
  try {
    return await buildLocked(options)
  } finally {
    release()
  }
}

async function buildLocked(options: BuildOptions): Promise<BuildResult> {
  const { root, names = [], zip = true, sourcemap = true, types = true } = options
  const distDir = join(root, 'dist')
  const swap = swapFolders(distDir)
  const before = readManifest(distDir)?.functions ?? []
  const ours = new Set([...findFunctions(root).functions, ...before].map(({ name }) => name))
  const isOurs = (name: string) => ours.has(name)
  recover(swap, isOurs)

  const state = readState(distDir)
  const inputs = fingerprintInputs(root, { zip, sourcemap, types })
  if (names.length === 0 && state.done && isUpToDate(root, state, inputs)) {
    return { ok: true, unchanged: true, functions: before, problems: state.done.problems }
  }

  options.onProgress?.('checking')
  const materials = new Materials(options)
  const [{ functions, problems }, typeProblems] = await Promise.all([
    inspectFunctions(root, names, {
      onBundling: () => materials.beginChunk(),
      // one after the other both bundles are there sooner than side by side: the checks wait for the first only
      onBundled: () => materials.beginBundles(),
    }),
    types ? typeCheck(root, FUNCTIONS_DIR) : [],
  ])
  problems.push(...typeProblems)
  if (hasErrors(problems)) return failed(problems)

  options.onProgress?.('bundling')
  const [bundled, chunk] = await materials.all()
  const packages = functions.map(item => packageOf(item, bundled, chunk, zip))
  problems.push(...packages.flatMap(item => checkSize(item)))
  if (hasErrors(problems)) return failed(problems)

  options.onProgress?.('writing')
  const foreign = foreignEntries(swap, isOurs)
  forgetState(distDir)
  writeOutput(distDir, swap, packages, names.length > 0 ? before : [], chunk, { zip, sourcemap, isOurs })
  writeState(distDir, {
    ...(names.length === 0 ? { done: describeDone(root, inputs, problems) } : {}),
    reportedForeign: foreign,
  })
  problems.push(...reportForeign(foreign.filter(name => !state.reportedForeign.includes(name))))
  return { ok: true, unchanged: false, functions: packages.map(({ built }) => built), problems }
}

function failed(problems: Problem[]): BuildResult {
  return { ok: false, unchanged: false, functions: [], problems }
}

function packageOf(
  item: InspectedFunction,
  bundled: ReadonlyMap<string, BundledFunction>,
  chunk: SdkChunk,
  zip: boolean,
): MadePackage {
  const bundle = bundled.get(item.name)
  if (!bundle) throw new KitError('tool-failed', `esbuild gave no bundle for "${item.name}"`)
  return makePackage(item, bundle, chunk, { zip })
}

/** Until `swapIn()` nothing that is used changes. */
function writeOutput(
  distDir: string,
  swap: Swap,
  packages: readonly MadePackage[],
  before: readonly BuiltFunction[],
  chunk: SdkChunk,
  { zip, sourcemap, isOurs }: { zip: boolean; sourcemap: boolean; isOurs: (name: string) => boolean },
): void {
  const kept = before.filter(({ name }) => !packages.some(({ built }) => built.name === name))
  const keptNames = kept.map(({ name }) => name)
  const functions = [...kept, ...packages.map(({ built }) => built)].sort((a, b) =>
    a.name < b.name ? -1 : 1,
  )
  const manifest: Manifest = { version: 1, functions }
  const zips = packages.flatMap(({ built, zip: data }) => (zip && data ? [[built.name, data] as const] : []))
  const maps = packages.flatMap(({ built, map }) => (sourcemap ? [[built.name, map] as const] : []))
  stage(swap, packages, keptNames, chunk)
  writeFolder(join(distDir, 'packages'), '.zip', new Map(zips), keptNames)
  writeFolder(join(distDir, 'maps'), '.js.map', new Map(maps), keptNames)
  swapIn(swap, isOurs)
  writeWhole(join(distDir, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
}

function reportForeign(names: readonly string[]): Problem[] {
  if (names.length === 0) return []
  return [
    {
      severity: 'warning',
      rule: 'foreign-output',
      message: `dist/cloudfunctions/ holds ${names.join(', ')}, which the build did not make; kept as it is`,
      file: 'dist/cloudfunctions',
      mend: `DevTools creates and downloads functions there. Move the source to ${FUNCTIONS_DIR}/<name>/index.ts, or delete the folder: dist/ is output`,
    },
  ]
}
