import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FUNCTIONS_DIR } from '../project/cloud-functions'
import type { Problem } from '../project/problem'
import { parseDatabaseRules, parseStorageRules } from '../rules'

/** What is wrong with the security rules. A project without the files has none to check. */
export function checkRules(root: string): Problem[] {
  return [
    ...problemsIn(root, `${FUNCTIONS_DIR}/database.rules.json`, parseDatabaseRules),
    ...problemsIn(root, `${FUNCTIONS_DIR}/storage.rules.json`, parseStorageRules),
  ]
}

function problemsIn(
  root: string,
  file: string,
  parse: (text: string, file: string) => { problems: Problem[] },
): Problem[] {
  const path = join(root, file)
  return existsSync(path) ? parse(readFileSync(path, 'utf8'), file).problems : []
}
