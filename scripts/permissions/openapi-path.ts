import { openapiNames } from '../project/openapi-names'

let prefixes: ReadonlySet<string> | undefined

/** The name as `permissions.openapi` lists it: `openapi['a.b']` and `openapi.a.b` are one. */
export function nameOf(path: readonly string[]): string {
  return path.join('.')
}

/** Whether a path has the two parts that every name has; `v2` in front counts for nothing. */
export function isName(path: readonly string[]): boolean {
  const parts = nameOf(path).split('.')
  return parts.length >= (/^v\d+$/.test(parts[0] ?? '') ? 3 : 2)
}

/**
 * Whether a path that is handed on without being called can be taken for a whole name. `wxacode.get` can;
 * `wxa.sec.order` cannot, since known names begin with it.
 */
export function isWholeName(path: readonly string[]): boolean {
  return isName(path) && !namePrefixes().has(nameOf(path).replace(/^v\d+\./, ''))
}

function namePrefixes(): ReadonlySet<string> {
  if (prefixes) return prefixes
  const found = new Set<string>()
  for (const name of openapiNames().keys()) {
    for (let end = name.lastIndexOf('.'); end > 0; end = name.lastIndexOf('.', end - 1)) {
      found.add(name.slice(0, end))
    }
  }
  for (const name of openapiNames().keys()) found.delete(name)
  prefixes = found
  return found
}
