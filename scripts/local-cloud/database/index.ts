import { DatabaseService, type Environment } from './service'
import { Store } from './storage/store'

export { DatabaseError, type DatabaseErrorCode } from './database-error'
export type { DatabaseService } from './service'
export type { Doc, ReadLimits, Reply } from './types'

export interface DatabaseOptions
  extends Pick<Environment, 'now' | 'newId'>,
    Partial<Pick<Environment, 'random'>> {
  /** The data folder, absolute. It is made if missing. */
  dir: string
}

/**
 * Opens a database, which holds its folder for this process alone until `close()`.
 * @throws KitError `in-use` if another process has it open
 */
export function openDatabase({ dir, now, newId, random = Math.random }: DatabaseOptions): DatabaseService {
  return new DatabaseService(new Store(dir), { now, newId, random })
}
