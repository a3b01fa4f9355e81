import { KitError } from '../project/kit-error'
import { readConsoleTables } from './console-table'
import type { DeployedState } from './deployed-function'
import { type DevTools, endOf } from './devtools'

/** Names for one command: Windows takes 8,191 characters, and a name has up to 60. */
const NAMES_AT_ONCE = 50

/**
 * Lists what is deployed through the command line of DevTools: `cloud functions list` for the names, then
 * `cloud functions info` for the status of each. When a function was changed, and why it failed, it does not tell.
 *
 * The arguments are documented, the output is not. What is read here is what public projects show: the names as
 * `* name` lines or as a table, and a table with `status` and `runtime`, drawn by `console.table()`.
 * https://developers.weixin.qq.com/miniprogram/dev/devtools/cli.html
 *
 * @throws KitError `tool-failed`
 */
export async function listByDevTools(devTools: DevTools, env: string, search = ''): Promise<DeployedState[]> {
  const wanted = search.toLowerCase()
  const listed = await devTools.run(listArguments(env))
  const all = readNames(listed)
  if (all.length === 0) {
    throw new KitError(
      'tool-failed',
      `cli cloud functions list named no function: either none is deployed in ${env}, or it prints them in a way that the kit does not know, since its format is undocumented\n${endOf(listed)}`,
    )
  }
  const names = all.filter(name => name.toLowerCase().includes(wanted))
  const states: DeployedState[] = []
  for (let first = 0; first < names.length; first += NAMES_AT_ONCE) {
    const some = names.slice(first, first + NAMES_AT_ONCE)
    states.push(...readStates(await devTools.run(infoArguments(env, some)), some))
  }
  return states
}

export function listArguments(env: string): string[] {
  return ['cloud', 'functions', 'list', '--env', env]
}

export function infoArguments(env: string, names: readonly string[]): string[] {
  return ['cloud', 'functions', 'info', '--env', env, '--names', ...names]
}

const NAME = /^[A-Za-z][\w-]*$/

function readNames(output: string): string[] {
  const bullets = [...output.matchAll(/^\s*\*\s+(\S+)\s*$/gm)].map(([, name = '']) => name)
  const cells = readConsoleTables(output).flatMap(({ columns, rows }) =>
    rows.map(
      row => row.name ?? row.functionName ?? row[columns.includes('Values') ? 'Values' : '(index)'] ?? '',
    ),
  )
  return [...new Set([...bullets, ...cells])].filter(name => NAME.test(name))
}

function readStates(output: string, names: readonly string[]): DeployedState[] {
  const table = readConsoleTables(output).find(({ columns }) => columns.includes('status'))
  if (!table) {
    throw new KitError(
      'tool-failed',
      `cannot read what cli cloud functions info printed (its format is undocumented): no table with "status"\n${endOf(output)}`,
    )
  }
  return names.map(name => {
    const row = table.rows.find(cells => cells['(index)'] === name || cells.name === name)
    if (!row) {
      throw new KitError(
        'tool-failed',
        `cli cloud functions info does not tell of "${name}"\n${endOf(output)}`,
      )
    }
    return { name, status: row.status ?? '', reasons: [], ...(row.runtime ? { runtime: row.runtime } : {}) }
  })
}
