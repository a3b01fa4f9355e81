import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PlannedFunction } from '../check'
import { FUNCTIONS_DIR } from '../project/cloud-functions'
import { functionBundleOptions, groupByExternals } from '../project/function-bundles'
import { SDK_FILE } from './sdk-chunk'

/** The oldest runtime that the SDK supports among those the platform offers for new functions. */
const TARGET = 'node16'

/** How a bundle asks for the SDK: the file beside it. */
const CHUNK = `./${SDK_FILE}`

/** What one function becomes. */
export interface BundledFunction {
  code: string
  /** Source map v3; its paths are relative to the root of the project, and it holds the project's own sources. */
  map: string
}

/**
 * Bundles functions for upload: one minified CommonJS file each, in which `wx-server-sdk` is the chunk beside it.
 * What is wrong with the sources is the business of `inspectFunctions()`, which says it better.
 */
export async function bundleFunctions(
  root: string,
  functions: readonly PlannedFunction[],
): Promise<Map<string, BundledFunction>> {
  const bundled = new Map<string, BundledFunction>()
  await Promise.all(groupByExternals(functions).map(group => bundleGroup(root, group, bundled)))
  return bundled
}

async function bundleGroup(
  root: string,
  group: readonly PlannedFunction[],
  bundled: Map<string, BundledFunction>,
): Promise<void> {
  const { build } = require('esbuild') as typeof import('esbuild')
  const outdir = join(root, 'dist', 'maps')
  const options = functionBundleOptions(root, group)
  const result = await build({
    ...options,
    outdir,
    minify: true,
    format: 'cjs',
    target: TARGET,
    // replacing it in the finished text would shift all columns that the map speaks of
    alias: { 'wx-server-sdk': CHUNK },
    external: [...options.external, CHUNK],
  })
  const readSource = sourceReader(root)
  const texts = new Map(result.outputFiles.map(file => [file.path, file.text]))
  for (const { name } of group) {
    bundled.set(name, {
      code: texts.get(join(outdir, `${name}.js`)) ?? '',
      map: completeMap(texts.get(join(outdir, `${name}.js.map`)) ?? '{"sources":[]}', readSource),
    })
  }
}

/** Adds the text of the project's own files, so that a map still fits when they have changed. */
function completeMap(map: string, readSource: (path: string) => string | null): string {
  const parsed = JSON.parse(map) as { sources: string[] }
  const sources = parsed.sources.map(source => source.replace(/^(\.\.\/){2}/, ''))
  return JSON.stringify({ ...parsed, sources, sourcesContent: sources.map(readSource) })
}

function sourceReader(root: string): (path: string) => string | null {
  const texts = new Map<string, string>()
  return path => {
    if (!path.startsWith(`${FUNCTIONS_DIR}/`)) return null
    const text = texts.get(path) ?? readFileSync(join(root, path), 'utf8')
    texts.set(path, text)
    return text
  }
}
