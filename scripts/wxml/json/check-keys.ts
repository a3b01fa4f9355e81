import type { Node } from 'jsonc-parser'
import { nearestName } from '../../project/nearest-name'
import type { Problem } from '../../project/problem'
import { problemAt, type Source } from '../source'
import type { KnownKeys } from './known-keys'
import { itemsOf, membersOf } from './members'

/**
 * Keys that the platform does not know, which it ignores without a word. One near to a known key is a slip; any other
 * may be newer than the kit, and is only pointed at.
 */
export function checkKeys(source: Source, root: Node, known: KnownKeys): Problem[] {
  return membersOf(root).flatMap(({ key, keyNode, value }) => {
    const below = Object.hasOwn(known, key) ? known[key] : undefined
    if (below === undefined) {
      const nearest = nearestName(key, Object.keys(known))
      const found = problemAt(source, keyNode.offset, {
        severity: nearest === undefined ? 'warning' : 'error',
        rule: 'json-unknown-key',
        message: `"${key}" is not a documented key here`,
        mend: nearest === undefined ? undefined : `did you mean "${nearest}"?`,
      })
      return [found]
    }
    if (below === true) return []
    if (isList(below)) return itemsOf(value).flatMap(item => checkKeys(source, item, below[0]))
    return checkKeys(source, value, below)
  })
}

function isList(known: KnownKeys | readonly [KnownKeys]): known is readonly [KnownKeys] {
  return Array.isArray(known)
}
