import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { KitError } from './kit-error'

/**
 * The root of the kit project that `from` lies in: the nearest folder, going up, that holds both
 * `project.config.json` and `cloudfunctions/`.
 */
export function findProjectRoot(from: string): string {
  for (let dir = from; ; dir = dirname(dir)) {
    if (existsSync(join(dir, 'project.config.json')) && existsSync(join(dir, 'cloudfunctions'))) return dir
    if (dirname(dir) === dir) {
      throw new KitError(
        'not-a-project',
        `no project found at or above ${from}: it needs project.config.json and cloudfunctions/`,
      )
    }
  }
}
