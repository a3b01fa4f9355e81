import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { KitError } from '../project/kit-error'

/**
 * The text of the file that what is new must be wired into.
 *
 * @param file path from the root of the project
 * @throws KitError if it is not there
 */
export function readWiring(root: string, file: string): string {
  const path = join(root, file)
  if (!existsSync(path)) {
    throw new KitError('usage', `there is no ${file} to wire it into; nothing was written`)
  }
  return readFileSync(path, 'utf8')
}
