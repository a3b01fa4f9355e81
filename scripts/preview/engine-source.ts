import { readdirSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
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

const PACKAGES = ['glass-easel', 'glass-easel-miniprogram-adapter']
const PRIVATE = /\b_\$\w+/g

/** `$$0` and so on by private name, the shortest for what is written most. Members of a page may have one letter. */
function shortNames(): ReadonlyMap<string, string> {
  const uses = new Map<string, number>()
  for (const name of PACKAGES) {
    const folder = dirname(require.resolve(`${name}/src/index.ts`))
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file =>
      file.endsWith('.ts'),
    )
    for (const file of files.sort()) {
      const found = readFileSync(join(folder, file), 'utf8').match(PRIVATE) ?? []
      for (const used of found) uses.set(used, (uses.get(used) ?? 0) + 1)
    }
  }
  const names = [...uses.keys()].sort((a, b) => (uses.get(b) ?? 0) - (uses.get(a) ?? 0))
  return new Map(names.map((name, index) => [name, `$$${index.toString(36)}`]))
}

const plugin: Plugin = {
  name: 'engine-source',
  setup(build) {
    const names = shortNames()
    build.onResolve({ filter: /^glass-easel(-miniprogram-adapter)?$/ }, ({ path }) => ({
      path: require.resolve(`${path}/src/index.ts`),
    }))
    build.onLoad(
      { filter: /[\\/]glass-easel(-miniprogram-adapter)?[\\/]src[\\/].*\.ts$/ },
      async ({ path }) => {
        const source = (await readFile(path, 'utf8'))
          .replace(FLAG, flag => FLAGS[flag] ?? flag)
          .replace(PRIVATE, name => names.get(name) ?? name)
        // its files import each other in circles; begun from here, every class is there before it is extended
        const first = /[\\/]glass-easel[\\/]src[\\/]index\.ts$/.test(path) ? "import './shadow_root'\n" : ''
        return { loader: 'ts', contents: first + source }
      },
    )
  },
}

/**
 * Bundles glass-easel from the sources in its package rather than from its ready-made file, which carries three
 * ways to draw of which the preview uses one. That and short names for its private members save 31 kB of 168.
 */
export const fromEngineSource: BuildOptions = {
  plugins: [plugin],
  tsconfigRaw: { compilerOptions: { useDefineForClassFields: false } },
}
