import { findNodeAtLocation, getNodeValue, type Node } from 'jsonc-parser'
import { cronProblem } from './cron'
import { parseJson } from './json-file'
import type { Problem } from './problem'
import { placeOf } from './text-place'

/** A timer trigger as `config.json` declares it. */
export interface TimerTrigger {
  name: string
  type: 'timer'
  /** Seven-field cron, read in UTC+8. */
  config: string
}

/** What a function's `config.json` says. */
export interface FunctionConfig {
  openapi: string[]
  triggers: TimerTrigger[]
}

const DOCUMENTED = new Set(['permissions', 'triggers'])
/** Public projects contradict each other on whether an upload applies these. */
const UNDOCUMENTED = new Set(['timeout', 'memorySize', 'envVariables', 'runtime', 'handler'])
const TRIGGER_NAME = /^[A-Za-z][A-Za-z0-9_-]{0,59}$/
const TRIGGERS_PAGE =
  'https://developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloud/guide/functions/triggers.md'
const EMPTY: FunctionConfig = { openapi: [], triggers: [] }

/** The text of a `config.json` that asks for nothing; what a function without the file is uploaded with. */
export const EMPTY_CONFIG_TEXT = `${JSON.stringify({ permissions: { openapi: [] } }, null, 2)}\n`

/**
 * Reads `config.json` and reports everything in it that the platform does not document.
 * Whether the openapi list is right is the business of `scripts/permissions/`.
 *
 * @param text undefined where the function has no such file
 */
export function readFunctionConfig(
  text: string | undefined,
  file: string,
): { config: FunctionConfig; problems: Problem[] } {
  if (text === undefined) return { config: EMPTY, problems: [] }
  const json = parseJson(text, file)
  if ('problem' in json) return { config: EMPTY, problems: [json.problem] }

  const problems: Problem[] = []
  const report: Report = (severity, rule, node, message, mend) => {
    const found: Problem = { severity, rule, message, file, ...placeOf(json.text, node.offset) }
    problems.push(mend === undefined ? found : { ...found, mend })
  }
  if (json.root.type !== 'object') {
    report('error', 'config-shape', json.root, `${file} must hold an object, it holds ${kindOf(json.root)}`)
    return { config: EMPTY, problems }
  }
  checkKeys(json.root, report)
  return {
    config: { openapi: readOpenapi(json.root, report), triggers: readTriggers(json.root, report) },
    problems,
  }
}

type Report = (
  severity: Problem['severity'],
  rule: string,
  node: Node,
  message: string,
  mend?: string,
) => void

function checkKeys(root: Node, report: Report): void {
  for (const property of root.children ?? []) {
    const key = property.children?.[0]
    if (!key || DOCUMENTED.has(key.value)) continue
    if (UNDOCUMENTED.has(key.value)) {
      report(
        'warning',
        'config-undocumented',
        key,
        `"${key.value}" in config.json is undocumented: public projects disagree on whether an upload applies it`,
        'set it in the cloud console, then look there whether it took effect',
      )
    } else {
      report(
        'error',
        'config-unknown-key',
        key,
        `"${key.value}" is not a key of config.json`,
        'documented are "permissions" and "triggers"',
      )
    }
  }
}

function readOpenapi(root: Node, report: Report): string[] {
  const permissions = findNodeAtLocation(root, ['permissions'])
  if (!permissions) return []
  if (permissions.type !== 'object') {
    report(
      'error',
      'config-shape',
      permissions,
      `"permissions" must be an object, it is ${kindOf(permissions)}`,
    )
    return []
  }
  for (const property of permissions.children ?? []) {
    const key = property.children?.[0]
    if (key && key.value !== 'openapi') {
      report(
        'error',
        'config-unknown-key',
        key,
        `"${key.value}" is not a key of "permissions"`,
        'documented is "openapi"',
      )
    }
  }
  const list = findNodeAtLocation(permissions, ['openapi'])
  if (!list) return []
  if (list.type !== 'array') {
    report(
      'error',
      'config-shape',
      list,
      `"permissions.openapi" must be an array of names, it is ${kindOf(list)}`,
    )
    return []
  }
  return (getNodeValue(list) as unknown[]).filter(name => typeof name === 'string')
}

function readTriggers(root: Node, report: Report): TimerTrigger[] {
  const list = findNodeAtLocation(root, ['triggers'])
  if (!list) return []
  if (list.type !== 'array') {
    report('error', 'config-shape', list, `"triggers" must be an array, it is ${kindOf(list)}`)
    return []
  }
  const items = list.children ?? []
  const second = items[1]
  if (second) {
    report(
      'error',
      'trigger-count',
      second,
      `"triggers" holds ${items.length} triggers: the platform supports one for each function`,
      `keep one, and give each of the others a function of its own (${TRIGGERS_PAGE})`,
    )
  }
  return items.flatMap(item => readTrigger(item, report) ?? [])
}

function readTrigger(item: Node, report: Report): TimerTrigger | undefined {
  const value: unknown = getNodeValue(item)
  const at = (key: string) => findNodeAtLocation(item, [key]) ?? item
  const { name, type, config, ...unknown } = (item.type === 'object' ? value : {}) as Record<string, unknown>
  const wrong: [string, string][] = []
  for (const key of Object.keys(unknown))
    wrong.push([key, `"${key}" is not a key of a trigger: name, type and config are`])
  if (type !== 'timer') wrong.push(['type', `the type of a trigger must be "timer"${butIs(type)}`])
  if (name === undefined) {
    wrong.push(['name', '"name" is missing: a trigger has one'])
  } else if (typeof name !== 'string' || !TRIGGER_NAME.test(name)) {
    wrong.push([
      'name',
      `${JSON.stringify(name)} is not a name for a trigger: at most 60 letters, digits, - and _, a letter first`,
    ])
  }
  const cron =
    typeof config === 'string' ? cronProblem(config) : `"config" must be a cron expression${butIs(config)}`
  if (cron) wrong.push(['config', cron])
  for (const [key, message] of wrong) {
    report(
      'error',
      key === 'config' ? 'trigger-cron' : 'trigger-shape',
      at(key),
      message,
      `see ${TRIGGERS_PAGE}`,
    )
  }
  return wrong.length > 0 ? undefined : (value as TimerTrigger)
}

function butIs(value: unknown): string {
  return value === undefined ? ', it is missing' : `, not ${JSON.stringify(value)}`
}

function kindOf(node: Node): string {
  return node.type === 'array' || node.type === 'object' ? `an ${node.type}` : `a ${node.type}`
}
