import type { Problem } from '../project/problem'
import { applyDirectives, type Call, type WithheldCall } from './apply-directives'
import { comparePermissions } from './compare-permissions'
import { type Directive, readDirectives } from './directives'
import { mayHoldDirectives } from './parse-comment'
import { createPlaces } from './places'
import { readCalls } from './read-calls'
import type { ReadingBundle } from './reading-bundle'

export interface PermissionInput {
  functionName: string
  /** Path of the function's `config.json` from the root of the project, with `/`. */
  configFile: string
  /** Undefined where the function has no such file. */
  configText: string | undefined
  bundle: Pick<ReadingBundle, 'code' | 'map' | 'sources'>
}

/** The openapi permissions that a function needs, and what is wrong with them. */
export interface Permissions {
  /** Every call but the withheld ones, in the order of the code. */
  calls: Call[]
  /**
   * What `permissions.openapi` should list, sorted. Not the whole truth if `problems` has an `openapi-escapes` or an
   * `openapi-dynamic`.
   */
  names: string[]
  /** Calls whose permission a comment leaves out on purpose. */
  withheld: WithheldCall[]
  problems: Problem[]
}

/** Reads the openapi calls of a function from its bundle and holds them against its `config.json`. */
export function checkPermissions({
  functionName,
  configFile,
  configText,
  bundle,
}: PermissionInput): Permissions {
  const places = createPlaces(bundle.code, bundle.map)
  const findings = readCalls(bundle.code, places)
  const { calls, withheld, problems } = applyDirectives(findings, directivesIn(bundle.sources), places)
  const isComplete = !problems.some(({ rule }) => rule === 'openapi-escapes' || rule === 'openapi-dynamic')
  return {
    calls,
    names: [...new Set(calls.map(({ name }) => name))].sort(),
    withheld,
    problems: [
      ...problems,
      ...comparePermissions({ functionName, configFile, configText, calls, withheld, isComplete }),
    ],
  }
}

function directivesIn(sources: ReadonlyMap<string, string>): Directive[] {
  return [...sources].flatMap(([file, text]) =>
    mayHoldDirectives(text) && isCode(file) && !file.includes('node_modules/')
      ? readDirectives(file, text)
      : [],
  )
}

function isCode(file: string): boolean {
  return /\.[cm]?[jt]sx?$/.test(file)
}
