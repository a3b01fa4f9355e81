import { type DevTools, endOf, openDevTools, pause, readConsoleTables } from '../deployed'
import { KitError } from '../project/kit-error'
import { needsInstalling } from './needs-installing'
import type { Way, WayOptions } from './way'

/** An upload with packages to install takes minutes. */
const TIMEOUT_MS = 600_000
const ATTEMPTS = 4
const RETRY_MS = 15_000
/**
 * What an upload is refused with while a new function is being created; the same upload goes through a little later.
 * Seen in public projects, on the first upload of a function.
 */
const STILL_CREATING = /FailedOperation\.UpdateFunctionCode|Creating ?状态|Creating state/i

export interface DevToolsWayOptions extends WayOptions {
  /** @default `pause()`, which the signal ends */
  wait?: (milliseconds: number, signal?: AbortSignal) => Promise<void>
}

/**
 * Uploads by the command line of WeChat DevTools.
 * https://developers.weixin.qq.com/miniprogram/dev/devtools/cli.html
 *
 * @throws KitError `tool-missing`
 */
export function devToolsWay({ root, env, signal, onProgress, wait = pause }: DevToolsWayOptions): Way {
  const devTools = openDevTools(root, signal)
  return {
    appliesPermissions: true,
    notes: [
      `by WeChat DevTools: ${devTools.file}`,
      'DevTools applies the openapi permissions in config.json on every upload; they take up to 10 minutes.',
      'That its command line does so too is not documented: if -604101 stays, upload the function once by hand.',
      'Timeout, memory and variables are left as they are. So are timer triggers: right-click the function in DevTools.',
    ],
    describe: ({ name }) => [devTools.describe(deployArguments(root, env, name))],
    async upload({ name }) {
      for (let attempt = 1; ; attempt++) {
        try {
          return await uploadOnce(devTools, deployArguments(root, env, name), name)
        } catch (error) {
          const worthWhile = error instanceof KitError && STILL_CREATING.test(error.message)
          if (!worthWhile || attempt === ATTEMPTS || signal?.aborted) throw error
          onProgress?.(`${name} is still being created; trying again in ${RETRY_MS / 1000} s`)
          await wait(RETRY_MS, signal)
        }
      }
    },
  }
}

function deployArguments(root: string, env: string, name: string): string[] {
  const install = needsInstalling(root, name) ? ['--remote-npm-install'] : []
  return ['cloud', 'functions', 'deploy', '--env', env, '--names', name, ...install]
}

/** A table with `success` says more than the exit code does, which public projects saw as 0 for failures. */
async function uploadOnce(devTools: DevTools, args: readonly string[], name: string): Promise<void> {
  const output = await devTools.run(args, TIMEOUT_MS)
  const table = readConsoleTables(output).find(({ columns }) => columns.includes('success'))
  if (!table) return
  const row = table.rows.find(cells => cells['(index)'] === name || cells.name === name)
  if (row?.success === 'true') return
  throw new KitError('tool-failed', `DevTools did not say that "${name}" was uploaded:\n${endOf(output)}`)
}
