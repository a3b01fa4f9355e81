import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { BuiltFunction } from '../build'
import { endOf, runProgram, shown } from '../deployed'
import { KitError } from '../project/kit-error'
import { writeWhole } from '../project/write-whole'
import { cloudBaseConfig } from './cloudbase-config'
import { needsInstalling } from './needs-installing'
import { STATE_DIR } from './record'
import type { Way, WayOptions } from './way'

/** Its documentation speaks of a version 3 with other flags; these are the flags of this one. */
const PACKAGE = '@cloudbase/cli@2.12.10'
const TIMEOUT_MS = 900_000

/** From the root of the project. CloudBase CLI reads `cloudbaserc.json` in the folder in which it runs. */
const DIR = `${STATE_DIR}/cloudbase`

/**
 * Uploads by CloudBase CLI, which `npx` fetches.
 * https://docs.cloudbase.net/cli-v1/functions/deploy
 */
export function cloudBaseWay({ root, env, signal }: WayOptions): Way {
  const file = process.platform === 'win32' ? 'npx.cmd' : 'npx'
  return {
    appliesPermissions: false,
    notes: [
      `by CloudBase CLI: npx ${PACKAGE}`,
      'openapi permissions are NOT applied: new ones answer -604101 until the function is uploaded from DevTools.',
      'The timer trigger of a new function is created. Timeout, memory, variables and runtime are left as they are.',
    ],
    describe: built => [
      `write ${DIR}/cloudbaserc.json: ${JSON.stringify(configOf(root, env, built))}`,
      `(in ${DIR}) ${[file, ...deployArguments(env, built.name)].map(shown).join(' ')}`,
    ],
    async upload(built) {
      const cwd = join(root, DIR)
      mkdirSync(cwd, { recursive: true })
      const config = configOf(root, env, built)
      writeWhole(join(cwd, 'cloudbaserc.json'), `${JSON.stringify(config, null, 2)}\n`)
      const { exitCode, output } = await runProgram(file, deployArguments(env, built.name), {
        cwd,
        timeoutMs: TIMEOUT_MS,
        signal,
        ifMissing: 'npx comes with Node.js; is it in PATH?',
      })
      if (exitCode === 0 && saysDone(output, built.name)) return
      throw new KitError(
        'tool-failed',
        `CloudBase CLI failed with exit code ${exitCode ?? 'none'}:\n${endOf(output)}\n${LOGIN}`,
      )
    },
  }
}

const LOGIN = `Logged in? Once: npx --package=${PACKAGE} -- tcb login (with --apiKeyId and --apiKey where there is no browser)`

function configOf(root: string, env: string, built: BuiltFunction) {
  return cloudBaseConfig(env, built, {
    functionsDir: '../../dist/cloudfunctions',
    install: needsInstalling(root, built.name),
  })
}

function deployArguments(env: string, name: string): string[] {
  // without --yes it would ask whether to replace a function that is there
  return ['--yes', `--package=${PACKAGE}`, '--', 'tcb', 'fn', 'deploy', name, '--envId', env, '--yes']
}

/** It ends with 0 for failures too; a success has a ticked line with the name. Both were read in its code. */
function saysDone(output: string, name: string): boolean {
  return output.split(/\r?\n/).some(line => /^\s*[✔√]/.test(line) && line.includes(`[${name}]`))
}
