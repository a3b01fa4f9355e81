import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BuildOptions, build } from 'esbuild'
import { writeWhole } from '../project/write-whole'
import { fromEngineSource } from './engine-source'

/** The preview's own scripts and styles, by file name. */
export type ClientFiles = ReadonlyMap<string, string>

const CLIENT_DIR = join(__dirname, 'client')
const CACHE = join(__dirname, '../../node_modules/.cache/wx-cloud-kit/preview')

const OPTIONS: BuildOptions = {
  ...fromEngineSource,
  entryPoints: [
    'shell/shell.ts',
    'shell/shell.css',
    'screen/screen.ts',
    'screen/screen.css',
    'wx/cloud/database.ts',
  ],
  absWorkingDir: CLIENT_DIR,
  outdir: CLIENT_DIR,
  bundle: true,
  minify: true,
  write: false,
  format: 'iife',
  target: 'es2022',
  define: { 'process.env.NODE_ENV': '"production"' },
  legalComments: 'none',
  logLevel: 'silent',
}

/**
 * Bundles what runs in the browser: the outer document with the panel, and the screen with the component engine. That
 * takes a quarter of a second, so it is kept until a source or a package is another.
 */
export async function bundleClient(): Promise<ClientFiles> {
  const file = join(CACHE, `${keyOfSources()}.json`)
  if (existsSync(file)) return new Map(JSON.parse(readFileSync(file, 'utf8')) as [string, string][])
  const { outputFiles = [] } = await build(OPTIONS)
  const files = outputFiles.map(({ path, text }) => [path.replace(/^.*[\\/]/, ''), text] as const)
  mkdirSync(CACHE, { recursive: true })
  writeWhole(file, JSON.stringify(files))
  return new Map(files)
}

function keyOfSources(): string {
  const hash = createHash('sha256').update(JSON.stringify(OPTIONS))
  const own = ['client-bundle.ts', 'engine-source.ts'].map(name => join(__dirname, name))
  const sources = readdirSync(CLIENT_DIR, { recursive: true, encoding: 'utf8' })
    .filter(path => /\.(?:ts|css)$/.test(path))
    .sort()
  const lock = join(__dirname, '../../node_modules/.package-lock.json')
  for (const path of [...own, ...sources.map(name => join(CLIENT_DIR, name)), lock]) {
    hash.update(`\0${path}\0`).update(existsSync(path) ? readFileSync(path) : '')
  }
  return hash.digest('hex')
}
