import { existsSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { join } from 'node:path'

const SDK = 'wx-server-sdk'

/**
 * Whether the code of a package has to be read too: it may call openapi itself, since it or a package it needs asks
 * for the SDK. One that cannot be found has to be read as well; then the bundler says where it is missing.
 *
 * @param root a folder with `node_modules`
 */
export function asksForSdk(root: string, specifier: string): boolean {
  return !isBuiltin(specifier) && dependsOnSdk(root, packageOf(specifier), new Set())
}

function dependsOnSdk(from: string, name: string, seen: Set<string>): boolean {
  const dir = [join(from, 'node_modules', name), ...above(from, name)].find(path =>
    existsSync(join(path, 'package.json')),
  )
  if (dir === undefined) return true
  if (seen.has(dir)) return false
  seen.add(dir)
  const { dependencies = {}, peerDependencies = {} } = JSON.parse(
    readFileSync(join(dir, 'package.json'), 'utf8'),
  ) as Record<string, Record<string, string>>
  if (SDK in dependencies || SDK in peerDependencies) return true
  // a peer or an optional package may be absent, and is no reason then
  return Object.keys(dependencies).some(dependency => dependsOnSdk(dir, dependency, seen))
}

/** Where else a package can be, for one that lies in `.../node_modules/<name>`. */
function above(dir: string, name: string): string[] {
  const at = dir.replaceAll('\\', '/').lastIndexOf('/node_modules/')
  return at < 0 ? [] : [join(dir.slice(0, at), 'node_modules', name), ...above(dir.slice(0, at), name)]
}

/** `lodash/get` -> `lodash`, `@scope/name/part` -> `@scope/name` */
export function packageOf(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
}
