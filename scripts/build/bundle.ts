import { join } from 'node:path'
import type { CloudFunction } from '../project/cloud-functions'
import { SDK_FILE } from './sdk-chunk'

/** The oldest runtime that the SDK supports among those the platform offers for new functions. */
const TARGET = 'node16'

/** What one function becomes. */
export interface BundledFunction {
  code: string
  /** Source map v3; its paths are relative to the root of the project. */
  map: string
}

/** A function and the packages that stay outside its bundle. */
export type BundleInput = Pick<CloudFunction, 'name' | 'entry'> & { external: readonly string[] }

/**
 * Bundles functions for upload: one minified CommonJS file each, in which `wx-server-sdk` is the chunk beside it.
 * Sources are known to be sound by then, so a failure here is one of the tool.
 */
export async function bundleFunctions(
  root: string,
  functions: readonly BundleInput[],
): Promise<Map<string, BundledFunction>> {
  const bundled = new Map<string, BundledFunction>()
  await Promise.all(groupByExternals(functions).map(group => bundleGroup(root, group, bundled)))
  return bundled
}

/** One call of esbuild serves all functions that leave the same packages outside; mostly all of them. */
function groupByExternals(functions: readonly BundleInput[]): BundleInput[][] {
  const groups = new Map<string, BundleInput[]>()
  for (const item of functions) {
    const key = [...item.external].sort().join()
    groups.set(key, [...(groups.get(key) ?? []), item])
  }
  return [...groups.values()]
}

async function bundleGroup(
  root: string,
  group: readonly BundleInput[],
  bundled: Map<string, BundledFunction>,
): Promise<void> {
  const { build } = await import('esbuild')
  const outdir = join(root, 'dist', 'maps')
  const result = await build({
    absWorkingDir: root,
    entryPoints: group.map(({ name, entry }) => ({ in: entry, out: name })),
    outdir,
    write: false,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    target: TARGET,
    charset: 'utf8',
    legalComments: 'none',
    sourcemap: 'external',
    external: ['wx-server-sdk', ...(group[0]?.external ?? [])],
    // the mapping of wx-server-sdk to corrected typings is for the type checker alone
    tsconfigRaw: { compilerOptions: {} },
    logLevel: 'silent',
  })
  const texts = new Map(result.outputFiles.map(file => [file.path, file.text]))
  for (const { name } of group) {
    bundled.set(name, {
      code: requireChunk(texts.get(join(outdir, `${name}.js`)) ?? ''),
      map: relativeToRoot(texts.get(join(outdir, `${name}.js.map`)) ?? '{"sources":[]}'),
    })
  }
}

/** esbuild writes every import of an external package in exactly this form. */
function requireChunk(code: string): string {
  return code.replaceAll('require("wx-server-sdk")', `require("./${SDK_FILE}")`)
}

function relativeToRoot(map: string): string {
  const parsed = JSON.parse(map) as { sources: string[] }
  return JSON.stringify({
    ...parsed,
    sources: parsed.sources.map(source => source.replace(/^(\.\.\/){2}/, '')),
  })
}
