import { createHash } from 'node:crypto'
import { type Dirent, existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { FUNCTIONS_DIR } from '../project/cloud-functions'

/** Files outside `cloudfunctions/` on which the output of a build depends. */
const ALSO = ['package.json', 'package-lock.json', 'tsconfig.base.json']

/**
 * Changes with everything that the output of a build depends on: the sources by their content, the installed
 * packages by the lock file, the kit's own build, the options.
 */
export function fingerprintInputs(root: string, options: unknown): string {
  const hash = createHash('sha256').update(JSON.stringify([process.version, options]))
  const files = [
    ...ALSO.filter(file => existsSync(join(root, file))),
    ...filesBelow(root, FUNCTIONS_DIR),
    ...filesBelow(root, 'scripts'),
  ]
  for (const file of files) hash.update(`\0${file}\0`).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

/** Size and time of every output file, which tell whether somebody changed or removed one. */
export function stampOutputs(root: string, dirs: readonly string[]): string {
  const hash = createHash('sha256')
  for (const file of dirs.flatMap(dir => filesBelow(root, dir))) {
    const { size, mtimeMs } = statSync(join(root, file))
    hash.update(`${file} ${size} ${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

function filesBelow(root: string, dir: string): string[] {
  if (!existsSync(join(root, dir))) return []
  return readdirSync(join(root, dir), { withFileTypes: true })
    .sort((a: Dirent, b: Dirent) => (a.name < b.name ? -1 : 1))
    .flatMap(entry => {
      if (entry.name === 'node_modules') return []
      const path = `${dir}/${entry.name}`
      return entry.isDirectory() ? filesBelow(root, path) : entry.isFile() ? [path] : []
    })
}
