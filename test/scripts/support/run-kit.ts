import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { KIT_ROOT } from './projects'

/** The command line that starts the kit, for `spawn`. */
export const KIT_COMMAND: readonly [string, ...string[]] = [
  process.execPath,
  '--require',
  join(KIT_ROOT, 'scripts/register.js'),
  join(KIT_ROOT, 'scripts/kit.ts'),
]

export interface KitRun {
  exitCode: number | null
  stdout: string
  stderr: string
}

/** Runs the kit as a user with an English terminal would, in the folder of a project. */
export function runKit(cwd: string, ...args: string[]): KitRun {
  return runKitWith({}, cwd, ...args)
}

/** The same with further environment variables. */
export function runKitWith(env: Record<string, string>, cwd: string, ...args: string[]): KitRun {
  const [node, ...kit] = KIT_COMMAND
  const { status, stdout, stderr } = spawnSync(node, [...kit, ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, LC_ALL: 'en_US.UTF-8', ...env },
  })
  return { exitCode: status, stdout, stderr }
}
