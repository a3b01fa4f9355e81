import { join } from 'node:path'
import { build } from 'esbuild'
import { fromEngineSource } from './engine-source'

/** The preview's own scripts and styles, by file name. */
export type ClientFiles = ReadonlyMap<string, string>

const CLIENT_DIR = join(__dirname, 'client')

/** Bundles what runs in the browser: the outer document with the panel, and the screen with the component engine. */
export async function bundleClient(): Promise<ClientFiles> {
  const { outputFiles } = await build({
    ...fromEngineSource,
    entryPoints: ['shell/shell.ts', 'shell/shell.css', 'screen/screen.ts', 'screen/screen.css'],
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
  })
  return new Map(outputFiles.map(({ path, text }) => [path.replace(/^.*[\\/]/, ''), text]))
}
