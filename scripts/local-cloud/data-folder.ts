import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Where a cloud keeps what it must remember, and what it must not. */
export interface DataFolder {
  database: string
  storage: string
  /** Undefined where nothing is kept. */
  logFile: string | undefined
  /** The working folder of functions; empty at the start, gone in the end. */
  work: string
  /** Removes what must not outlive this run. */
  clear(): void
}

/** @param dir kept from run to run; a temporary one if undefined */
export function openDataFolder(dir: string | undefined): DataFolder {
  const temporary = mkdtempSync(join(tmpdir(), 'local-cloud-'))
  const root = dir ?? temporary
  const work = join(temporary, 'work')
  for (const folder of [root, work]) mkdirSync(folder, { recursive: true })
  return {
    database: join(root, 'database'),
    storage: join(root, 'storage'),
    logFile: dir === undefined ? undefined : join(root, 'logs', 'functions.log'),
    work,
    clear: () => rmSync(temporary, { recursive: true, force: true, maxRetries: 5 }),
  }
}
