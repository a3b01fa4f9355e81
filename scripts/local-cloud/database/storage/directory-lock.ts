import { realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { KitError } from '../../../project/kit-error'
import { takeLock } from '../../../project/lock-file'

/** What this process holds: a lock file with its own id may also be left from a killed process that had the same id. */
const held = new Set<string>()

/**
 * Takes a folder for this process alone, by a file that holds the process id; one whose process is gone is taken over.
 * Returns the function that gives the folder back.
 * @throws KitError `in-use`
 */
export function lockDirectory(folder: string): () => void {
  const dir = realpathSync(folder) // one folder may be spelt in several ways
  const file = join(dir, 'process.lock')
  let taken = takeLock(file)
  if (taken === process.pid && !held.has(dir)) {
    rmSync(file, { force: true })
    taken = takeLock(file)
  }
  if (typeof taken === 'number') {
    throw new KitError(
      'in-use',
      `Cannot open the database in ${folder}: process ${taken} is using it (${file})`,
    )
  }
  const release = taken
  held.add(dir)
  return () => {
    held.delete(dir)
    release()
  }
}
