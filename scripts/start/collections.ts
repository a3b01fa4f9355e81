import { existsSync, readFileSync } from 'node:fs'
import type { LocalCloud } from '../local-cloud'
import { parseDatabaseRules } from '../rules'

/** In the cloud no limit of a function's own counts here. */
const NO_LIMITS = { maxLimit: 1000, defaultLimit: 100 }

/**
 * Creates the collections that the security rules name and that are not there yet. In the cloud a developer creates
 * them in the console; here nobody should have to, for the functions to work.
 *
 * @returns the names of those it created
 */
export async function createCollections(cloud: LocalCloud, rulesFile: string | undefined): Promise<string[]> {
  if (rulesFile === undefined || !existsSync(rulesFile)) return []
  const there = new Set(cloud.database.collections())
  const named = [...parseDatabaseRules(readFileSync(rulesFile, 'utf8'), rulesFile).rules.keys()]
  const missing = named.filter(name => !there.has(name))
  for (const collectionName of missing) {
    await cloud.database.handle('addCollection', { collectionName }, NO_LIMITS)
  }
  return missing
}
