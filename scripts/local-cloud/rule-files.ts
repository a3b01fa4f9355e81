import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Problem } from '../project/problem'
import {
  type DatabaseRules,
  DEFAULT_STORAGE_RULES,
  NO_DATABASE_RULES,
  parseDatabaseRules,
  parseStorageRules,
  type StorageRules,
} from '../rules'

export interface Rules {
  database: DatabaseRules
  storage: StorageRules
}

/**
 * Reads the security rules. A rule with an error allows nothing until it is mended, as the platform would not have
 * taken it.
 *
 * @param report told of each problem
 */
export function readRuleFiles(
  files: { databaseRules: string | undefined; storageRules: string | undefined },
  report: (problem: string) => void,
): Rules {
  const database = readOne(files.databaseRules, parseDatabaseRules, report)
  const storage = readOne(files.storageRules, parseStorageRules, report)
  return { database: database ?? NO_DATABASE_RULES, storage: storage ?? DEFAULT_STORAGE_RULES }
}

function readOne<T>(
  file: string | undefined,
  parse: (text: string, file: string) => { rules: T; problems: Problem[] },
  report: (problem: string) => void,
): T | undefined {
  if (file === undefined || !existsSync(file)) return undefined
  const { rules, problems } = parse(readFileSync(file, 'utf8'), basename(file))
  for (const { file: name, line, column, message } of problems) {
    report(`${[name, line, column].filter(part => part !== undefined).join(':')}: ${message}`)
  }
  return rules
}
