import { formatBytes } from '../cli/table'
import type { MiniProgramFiles } from '../project/mini-program'
import type { Problem } from '../project/problem'
import type { App } from './json/read-app'
import { problemAt, shownPath } from './source'

/** https://developers.weixin.qq.com/miniprogram/dev/framework/subpackages.html */
const PACKAGE_LIMIT = 2 * 1024 * 1024
const ALL_LIMIT = 30 * 1024 * 1024

/** What stays at home: types, and the configuration of tools. */
const NOT_SHIPPED = /\.d\.ts$|(?:^|\/)(?:tsconfig|package|package-lock)\.json$|\.md$|^typings\//
const SCRIPT = /\.[jt]s$/

/** The main package and each subpackage, against the limits for an upload. */
export function checkSizes(files: MiniProgramFiles, app: App): Problem[] {
  const shipped = [...files.sizes.keys()].filter(path => !NOT_SHIPPED.test(path))
  const roots = app.subpackages.map(({ root }) => root)
  const isMain = (path: string) => !roots.some(root => path.startsWith(root))
  const parts = [
    { name: 'the main package', node: app.source.root, paths: shipped.filter(isMain) },
    ...app.subpackages.map(({ root, node }) => ({
      name: `the subpackage ${root}`,
      node,
      paths: shipped.filter(path => path.startsWith(root)),
    })),
    { name: 'the whole mini program', node: app.source.root, paths: shipped, limit: ALL_LIMIT },
  ]
  return parts.flatMap(({ name, node, paths, limit = PACKAGE_LIMIT }) => {
    const bytes = shippedBytes(files, paths, limit)
    if (bytes <= limit) return []
    const largest = [...paths]
      .sort((a, b) => (files.sizes.get(b) ?? 0) - (files.sizes.get(a) ?? 0))
      .slice(0, 3)
    return [
      problemAt(app.source, node.offset, {
        rule: 'package-size',
        message: `${name} has ${mebibytes(bytes)}, and at most ${mebibytes(limit)} can be uploaded`,
        mend: `the largest files: ${largest.map(path => `${shownPath(path)} ${formatBytes(files.sizes.get(path) ?? 0)}`).join(', ')}`,
      }),
    ]
  })
}

/** The platform's MB are of 1024 * 1024 bytes. */
function mebibytes(bytes: number): string {
  return `${Number((bytes / 1024 / 1024).toFixed(2))} MiB`
}

/** Scripts count without their types and comments, which takes time to find out, so only where it matters. */
function shippedBytes(files: MiniProgramFiles, paths: readonly string[], limit: number): number {
  const sum = (sizeOf: (path: string) => number) => paths.reduce((bytes, path) => bytes + sizeOf(path), 0)
  const asTheyAre = sum(path => files.sizes.get(path) ?? 0)
  if (asTheyAre <= limit) return asTheyAre
  return sum(path => (SCRIPT.test(path) ? minifiedBytes(files.text(path)) : (files.sizes.get(path) ?? 0)))
}

function minifiedBytes(text: string): number {
  const { transformSync } = require('@swc/core') as typeof import('@swc/core')
  try {
    const { code } = transformSync(text, {
      jsc: { parser: { syntax: 'typescript' }, target: 'es2022', minify: { compress: true, mangle: true } },
      minify: true,
    })
    return Buffer.byteLength(code)
  } catch (error) {
    // a script that cannot be read: whoever compiles it will say so
    if ((error as NodeJS.ErrnoException).code === 'GenericFailure') return Buffer.byteLength(text)
    throw error
  }
}
