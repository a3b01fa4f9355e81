import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Whether a built function has packages that must be installed in the cloud; most have everything in their bundle. */
export function needsInstalling(root: string, name: string): boolean {
  const text = readFileSync(join(root, 'dist', 'cloudfunctions', name, 'package.json'), 'utf8')
  const { dependencies = {} } = JSON.parse(text) as { dependencies?: Record<string, string> }
  return Object.keys(dependencies).length > 0
}
