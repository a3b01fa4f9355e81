import { isObject, type JsonObject, tryParseJson } from './body'

/** Stages that read other collections, and the field that names the collection. */
const READERS: Readonly<Record<string, string>> = {
  $lookup: 'from',
  $graphLookup: 'from',
  $unionWith: 'coll',
}

/**
 * The other collections that an aggregation reads, wherever such a stage stands: a rule on the first collection says
 * nothing about them.
 *
 * @param stages as they travel: `{ stageKey, stageValue }`, the value as EJSON
 */
export function foreignCollections(stages: readonly JsonObject[]): string[] {
  const found = new Set<string>()
  for (const { stageKey, stageValue } of stages) {
    const value = typeof stageValue === 'string' ? tryParseJson(stageValue) : undefined
    collect({ [String(stageKey)]: value }, found)
  }
  return [...found]
}

function collect(value: unknown, found: Set<string>): void {
  const todo: unknown[] = [value]
  while (todo.length > 0) {
    const next = todo.pop()
    if (Array.isArray(next)) todo.push(...next)
    if (!isObject(next)) continue
    for (const [key, inner] of Object.entries(next)) {
      const field = READERS[key]
      const name = field && isObject(inner) ? inner[field] : inner
      if (field && typeof name === 'string') found.add(name)
      todo.push(inner)
    }
  }
}
