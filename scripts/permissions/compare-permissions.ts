import { findNodeAtLocation, type Node } from 'jsonc-parser'
import { parseJson } from '../project/json-file'
import { nearestName } from '../project/nearest-name'
import type { Problem } from '../project/problem'
import { placeOf } from '../project/text-place'
import type { Call, WithheldCall } from './apply-directives'
import { isKnown, meantName } from './meant-name'

export interface Comparison {
  /** @default 'the function' */
  functionName?: string
  /** Path of the function's `config.json` from the root of the project, with `/`. */
  configFile: string
  /** Undefined where the function has no such file. */
  configText: string | undefined
  calls: readonly Call[]
  withheld?: readonly WithheldCall[]
  /**
   * Whether `calls` are all there are. If not, an entry that no call needs may still be needed.
   * @default true
   */
  isComplete?: boolean
}

/** A name as `permissions.openapi` lists it. */
interface Entry {
  value: unknown
  place: { file: string; line: number; column: number }
}

const PREFIX = /^(cloud\.)?openapi\./

/**
 * Holds the openapi calls of a function against the list in its `config.json`.
 *
 * "值必须为所需调用的服务端接口名称": the values must be the names of the APIs that are called.
 * https://developers.weixin.qq.com/miniprogram/dev/wxcloud/guide/openapi/openapi.html
 *
 * @returns nothing for a text that is not JSON: that is found elsewhere
 */
export function comparePermissions(comparison: Comparison): Problem[] {
  const entries = readEntries(comparison)
  return entries ? [...checkCalls(comparison, entries), ...checkEntries(comparison, entries)] : []
}

function readEntries({ configFile, configText }: Comparison): Entry[] | undefined {
  if (configText === undefined) return []
  const json = parseJson(configText, configFile)
  if ('problem' in json) return undefined
  const list = findNodeAtLocation(json.root, ['permissions', 'openapi'])
  return (list?.type === 'array' ? (list.children ?? []) : []).map((node: Node) => ({
    value: node.value,
    place: { file: configFile, ...placeOf(json.text, node.offset) },
  }))
}

function checkCalls(
  { configFile, configText, calls, withheld = [] }: Comparison,
  entries: readonly Entry[],
): Problem[] {
  const missing = placesByName(missingCalls(calls, entries))
  const unknown = placesByName(
    [...calls, ...withheld].filter(
      ({ name }) => !isKnown(name) && !(missing.has(name) && meantName(name) !== undefined),
    ),
  )
  return [
    ...[...missing].map(([name, [place, ...more]]): Problem => {
      const meant = meantName(name)
      const others = more.length > 0 ? ` (and in ${more.length} more place${more.length > 1 ? 's' : ''})` : ''
      return {
        severity: 'error',
        rule: 'openapi-not-listed',
        message: `${name} is called here${others}, but ${configFile} does not list it: the call would fail with -604101`,
        ...place,
        mend:
          meant === undefined
            ? `${howToList(name, configFile, configText, entries)}\nor let \`kit check --fix\` do it: npm run kit -- check --fix`
            : `did you mean ${meant}?`,
      }
    }),
    ...[...unknown].map(([name, [place]]): Problem => {
      const meant = meantName(name)
      return {
        severity: 'warning',
        rule: 'openapi-unknown-name',
        message: `${name} is not among the openapi names that the kit knows`,
        ...place,
        mend:
          meant === undefined
            ? 'there is no official list of names, so it may be right: look it up in its documentation'
            : `did you mean ${meant}?`,
      }
    }),
  ]
}

function missingCalls(calls: readonly Call[], entries: readonly Entry[]): Call[] {
  const listed = new Set(
    entries.map(({ value }) => (typeof value === 'string' ? value.replace(PREFIX, '') : '')),
  )
  return calls.filter(({ name }) => !listed.has(name))
}

function howToList(
  name: string,
  configFile: string,
  configText: string | undefined,
  entries: readonly Entry[],
) {
  const json = JSON.stringify(name)
  if (configText === undefined) return `create ${configFile}:\n{ "permissions": { "openapi": [${json}] } }`
  return `add to permissions.openapi in ${configFile}:\n${json}${entries.length > 0 ? ',' : ''}`
}

function checkEntries(
  { functionName = 'the function', calls, withheld = [], isComplete = true }: Comparison,
  entries: readonly Entry[],
): Problem[] {
  const called = new Set(calls.map(({ name }) => name))
  // what a misspelt call most likely means is right in the list
  const meantByCalls = new Set(missingCalls(calls, entries).map(({ name }) => meantName(name)))
  const seen = new Set<string>()
  return entries.flatMap(({ value, place }): Problem[] => {
    const report = (rule: string, message: string, mend: string): Problem[] => [
      { severity: 'error', rule, message, ...place, mend },
    ]
    if (typeof value !== 'string') {
      return report(
        'openapi-entry',
        'an entry of permissions.openapi is not a text',
        'write names in quotes, or delete it',
      )
    }
    if (value === '*') {
      const mend = 'list each name that the code calls; `kit check --fix` does it'
      return report(
        'openapi-wildcard',
        '"*" in permissions.openapi is undocumented: it may allow nothing',
        mend,
      )
    }
    if (PREFIX.test(value)) {
      const bare = value.replace(PREFIX, '')
      return report(
        'openapi-prefix',
        `"${value}" is not a name: names begin after "openapi."`,
        `write "${bare}"`,
      )
    }
    if (seen.has(value))
      return report('openapi-duplicate', `"${value}" is listed twice`, 'delete one of them')
    seen.add(value)
    const withholding = withheld.find(({ name }) => name === value)
    if (withholding) {
      const { file = 'the code', line } = withholding
      const where = line === undefined ? file : `${file}:${line}`
      const mend = `delete it here, or delete the openapi-withheld comment at ${where}`
      return report(
        'openapi-withheld-listed',
        `"${value}" is listed, but a comment withholds it on purpose`,
        mend,
      )
    }
    if (called.has(value) || meantByCalls.has(value) || !isComplete) return []
    const meant = nearestName(value, called)
    const hint = meant === undefined ? '' : ` (it calls ${meant})`
    const mend = 'delete it; `kit check --fix` does it'
    return report(
      'openapi-not-called',
      `"${value}" is listed, but ${functionName} never calls it${hint}`,
      mend,
    )
  })
}

/** The places of each name, without the names. */
function placesByName(calls: readonly Call[]): Map<string, Omit<Call, 'name'>[]> {
  const places = new Map<string, Omit<Call, 'name'>[]>()
  for (const { name, ...place } of calls) places.set(name, [...(places.get(name) ?? []), place])
  return places
}
