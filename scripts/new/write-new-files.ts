import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { KitError } from '../project/kit-error'

/**
 * Writes files that must not be there yet: either all of them or, if one exists, none.
 *
 * @param files by path from the root of the project
 */
export function writeNewFiles(root: string, files: ReadonlyMap<string, string>): void {
  const existing = [...files.keys()].find(file => existsSync(join(root, file)))
  if (existing !== undefined) throw new KitError('exists', `${existing} exists already; nothing was written`)
  for (const [file, text] of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text, { flag: 'wx' })
  }
}
