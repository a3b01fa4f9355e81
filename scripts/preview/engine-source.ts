import { readFile } from 'node:fs/promises'
import type { BuildOptions, Plugin } from 'esbuild'

/** Flags of glass-easel's own build: it draws with the DOM only, and is not being developed here. */
const FLAGS: Readonly<Record<string, string>> = {
  'BM.DYNAMIC': 'false',
  'BM.SHADOW': 'false',
  'BM.COMPOSED': 'false',
  'BM.DOMLIKE': 'true',
  'ENV.DEV': 'false',
}
const FLAG = new RegExp(
  `\\b(?:${Object.keys(FLAGS)
    .map(flag => flag.replace('.', '\\.'))
    .join('|')})\\b`,
  'g',
)

const plugin: Plugin = {
  name: 'engine-source',
  setup(build) {
    build.onResolve({ filter: /^glass-easel(-miniprogram-adapter)?$/ }, ({ path }) => ({
      path: require.resolve(`${path}/src/index.ts`),
    }))
    build.onLoad({ filter: /[\\/]glass-easel[\\/]src[\\/].*\.ts$/ }, async ({ path }) => {
      const source = (await readFile(path, 'utf8')).replace(FLAG, flag => FLAGS[flag] ?? flag)
      // its files import each other in circles; begun from here, every class is there before it is extended
      const first = /[\\/]src[\\/]index\.ts$/.test(path) ? "import './shadow_root'\n" : ''
      return { loader: 'ts', contents: first + source }
    })
  },
}

/**
 * Bundles glass-easel from the sources in its package rather than from its ready-made file, which carries three
 * ways to draw of which the preview uses one. That and short names for its private members save 33 kB of 168.
 */
export const fromEngineSource: BuildOptions = {
  plugins: [plugin],
  mangleProps: /^_\$/,
  // asked for by name, with hasOwnProperty
  reserveProps: /^_\$(?:lifetimeFuncs|pageLifetimeFuncs|dataGroupObserverTree)$/,
  tsconfigRaw: { compilerOptions: { useDefineForClassFields: false } },
}
