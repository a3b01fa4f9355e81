import type { BuildOptions } from 'esbuild'

/** A cloud function to be bundled by itself. */
export interface BundleInput {
  name: string
  /** Path of its `index.ts`: absolute, or from the root of the project. */
  entry: string
  /** Packages that stay outside the bundle: those in the function's own `package.json`. */
  external: readonly string[]
}

/** One call of esbuild serves all functions that leave the same packages outside; mostly all of them. */
export function groupByExternals<Input extends BundleInput>(functions: readonly Input[]): Input[][] {
  const groups = new Map<string, Input[]>()
  for (const item of functions) {
    const key = [...item.external].sort().join()
    groups.set(key, [...(groups.get(key) ?? []), item])
  }
  return [...groups.values()]
}

/** What every bundle of a group of functions has in common: `<name>.js` and its map in memory, without the SDK. */
export function functionBundleOptions(root: string, group: readonly BundleInput[]) {
  return {
    absWorkingDir: root,
    entryPoints: group.map(({ name, entry }) => ({ in: entry, out: name })),
    write: false,
    bundle: true,
    platform: 'node',
    charset: 'utf8',
    legalComments: 'none',
    sourcemap: 'external',
    // the text of packages would be most of every map; whoever needs a source reads its file, once for all functions
    sourcesContent: false,
    external: ['wx-server-sdk', ...(group[0]?.external ?? [])],
    // no `paths` of a tsconfig may lead wx-server-sdk elsewhere: the typings of the kit are for the type checker
    tsconfigRaw: { compilerOptions: {} },
    logLevel: 'silent',
  } as const satisfies BuildOptions
}
