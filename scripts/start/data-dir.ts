import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { userPath } from '../cli/user-path'
import { KitError } from '../project/kit-error'

/** Where a project's local cloud keeps its data, from the root of the project; git ignores it. */
export const DATA_DIR = '.local-cloud'

/** The folder of a project's data. `chosen` is relative to the folder of whoever typed it. */
export function dataDirOf(root: string, chosen: string | undefined): string {
  return chosen === undefined ? join(root, DATA_DIR) : userPath(chosen)
}

/**
 * Makes sure that there is a folder for the data.
 *
 * @throws KitError if there cannot be one
 */
export function makeDataDir(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true })
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    const reason = code === 'EEXIST' || code === 'ENOTDIR' ? 'it is a file, or lies in one' : message
    throw new KitError('usage', `cannot keep data in ${dataDir}: ${reason}`, { cause: error })
  }
}
