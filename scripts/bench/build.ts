import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BuildOptions } from 'esbuild'
import { formatBytes, formatMilliseconds, formatTable } from '../cli/table'
import { findProjectRoot } from '../project/project-root'
import { FILES_OF_PACKAGE, moveAside, timeWriting } from './disk'
import { type FunctionStyle, generateProject } from './generated-project'
import type { BenchOptions } from './index'
import { medianOf, timeProcess } from './measure'
import { LOADS, measureLoad } from './package-load'

const FUNCTIONS = 100

const TARGET = { build: 1 / 10, rebuild: 1 / 2, load: 0.45, zipBytes: 265_000 }

/**
 * `kit bench build`: 100 generated functions, against esbuild with the SDK bundled into each. The targets are for
 * functions that use the SDK and nothing else; those in the style of the kit, where each has its share of valibot to
 * be bundled too, stand below them.
 */
export async function run({ runs }: BenchOptions): Promise<boolean> {
  const dir = mkdtempSync(join(tmpdir(), 'kit-bench-'))
  try {
    const met = report(measureStyle(dir, 'plain', runs), runs)
    reportKitStyle(measureStyle(dir, 'kit', runs))
    return met
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

function measureStyle(parent: string, style: FunctionStyle, runs: number): Figures {
  const kitRoot = findProjectRoot(__dirname)
  const dir = join(parent, style)
  mkdirSync(dir)
  generateProject(kitRoot, dir, FUNCTIONS, style)
  return measureAll(kitRoot, dir, runs)
}

interface Figures {
  peer: number
  /** Writing as many files as a build does, and nothing else: what the disk takes of it. */
  disk: number
  build: number
  rebuild: number
  checkedBuild: number
  types: number
  load: number
  peerLoad: number
  zipBytes: number
}

function measureAll(kitRoot: string, dir: string, runs: number): Figures {
  const node = process.execPath
  const kit = (...args: string[]) =>
    timeProcess(
      node,
      ['--require', join(__dirname, '../register.js'), join(kitRoot, 'scripts/kit.ts'), ...args],
      dir,
    )
  const clean = () => moveAside(join(dir, 'dist'))
  const tsc = () =>
    timeProcess(node, [join(dir, 'node_modules/typescript/bin/tsc'), '-b', 'cloudfunctions'], dir)

  kit('build', '--no-types') // fills the cache of the SDK chunk
  const build = medianOf(runs, () => kit('build', '--no-types'), clean)
  const rebuild = medianOf(runs, () => kit('build', '--no-types'))
  const types = medianOf(runs, tsc, clean)
  const checkedBuild = medianOf(runs, () => kit('build'), clean)
  const peer = medianOf(
    runs,
    () => bundleWithEsbuild(dir),
    () => moveAside(join(dir, 'peer')),
  )
  const disk = medianOf(
    runs,
    () => timeWriting(join(dir, 'disk'), FUNCTIONS),
    () => moveAside(join(dir, 'disk')),
  )
  return { peer, disk, build, rebuild, checkedBuild, types, ...measureLoad(dir), zipBytes: largestZip(dir) }
}

/** The peer: one process in which esbuild bundles and minifies all functions, the SDK in each. */
function bundleWithEsbuild(dir: string): number {
  const entryPoints = readdirSync(join(dir, 'cloudfunctions'))
    .filter(name => name.startsWith('function'))
    .map(name => `cloudfunctions/${name}/index.ts`)
  const options: BuildOptions = {
    entryPoints,
    outdir: 'peer',
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node16',
    tsconfigRaw: '{}',
    logLevel: 'error',
  }
  return timeProcess(
    process.execPath,
    ['-e', `require('esbuild').buildSync(${JSON.stringify(options)})`],
    dir,
  )
}

function largestZip(dir: string): number {
  const packages = join(dir, 'dist/packages')
  return Math.max(...readdirSync(packages).map(file => statSync(join(packages, file)).size))
}

function report(figures: Figures, runs: number): boolean {
  const { peer, disk, build, rebuild, checkedBuild, types, load, peerLoad, zipBytes } = figures
  const rows: [what: string, figure: string, ratio: string, target: string, met: boolean | undefined][] = [
    ['esbuild --minify, SDK in each', formatMilliseconds(peer), '1', '', undefined],
    [
      'kit build (bundles, permissions, zips)',
      formatMilliseconds(build),
      ratio(build / peer),
      '<= 0.1',
      build / peer <= TARGET.build,
    ],
    [
      `  of it writing ${FILES_OF_PACKAGE * FUNCTIONS} files`,
      formatMilliseconds(disk),
      ratio(disk / peer),
      '',
      undefined,
    ],
    [
      'kit build, nothing changed',
      formatMilliseconds(rebuild),
      `${ratio(rebuild / build)} of a build`,
      '<= 0.5',
      rebuild / build <= TARGET.rebuild,
    ],
    ['tsc -b cloudfunctions (runs beside)', formatMilliseconds(types), ratio(types / peer), '', undefined],
    [
      'kit build with the type-check',
      formatMilliseconds(checkedBuild),
      ratio(checkedBuild / peer),
      '',
      undefined,
    ],
    ['load: node_modules layout', formatMilliseconds(peerLoad), '1', '', undefined],
    [
      'load: package',
      formatMilliseconds(load),
      ratio(load / peerLoad),
      '<= 0.45',
      load / peerLoad <= TARGET.load,
    ],
    [
      'zip of one package',
      formatBytes(zipBytes),
      '',
      `<= ${formatBytes(TARGET.zipBytes)}`,
      zipBytes <= TARGET.zipBytes,
    ],
  ]
  const version = (
    JSON.parse(readFileSync(require.resolve('esbuild/package.json'), 'utf8')) as { version: string }
  ).version
  process.stdout.write(
    `${FUNCTIONS} functions, median of ${runs} runs (loads: of ${LOADS}), esbuild ${version}, Node ${process.version}\n\n${formatTable(
      [
        { title: 'what' },
        { title: 'figure', align: 'right' },
        { title: 'ratio', align: 'right' },
        { title: 'target' },
        { title: '' },
      ],
      rows.map(([what, figure, ratioText, target, met]) => [
        what,
        figure,
        ratioText,
        target,
        met === undefined ? '' : met ? 'met' : 'MISSED',
      ]),
    )}\n`,
  )
  return rows.every(([, , , , met]) => met !== false)
}

function reportKitStyle({ peer, build, load, peerLoad }: Figures): void {
  process.stdout.write(
    `\nWith defineFunction and valibot: kit build ${formatMilliseconds(build)} = ${ratio(build / peer)} of esbuild, ` +
      `package loads in ${formatMilliseconds(load)} = ${ratio(load / peerLoad)} of node_modules\n`,
  )
}

function ratio(value: number): string {
  return value.toFixed(3)
}
