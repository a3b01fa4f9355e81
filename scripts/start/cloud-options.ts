import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LocalCloudOptions } from '../local-cloud'
import { FUNCTIONS_DIR } from '../project/cloud-functions'

/** How a project runs in a local cloud: what the build made, the rules in `cloudfunctions/`, the pages of `app.json`. */
export function projectCloudOptions(root: string, dataDir: string): LocalCloudOptions {
  return {
    functionsDir: join(root, 'dist', 'cloudfunctions'),
    projectRoot: root,
    dataDir,
    databaseRules: join(root, FUNCTIONS_DIR, 'database.rules.json'),
    storageRules: join(root, FUNCTIONS_DIR, 'storage.rules.json'),
    pages: () => pagesOf(root),
  }
}

/** None while `app.json` is missing or being written: then no page is looked for. */
function pagesOf(root: string): string[] {
  const file = join(root, 'miniprogram', 'app.json')
  if (!existsSync(file)) return []
  try {
    const { pages } = JSON.parse(readFileSync(file, 'utf8')) as { pages?: unknown }
    return Array.isArray(pages) ? pages.filter(page => typeof page === 'string') : []
  } catch (error) {
    if (error instanceof SyntaxError) return []
    throw error
  }
}
