import type { BuiltFunction } from '../build'
import {
  type Asked,
  type ComparedFunction,
  describeQuestion,
  hasCredentials,
  openQuestion,
  openWeChat,
  untilSettled,
} from '../deployed'
import { KitError } from '../project/kit-error'
import { findDifferences } from './differences'
import { findPermissionDifferences } from './permission-differences'
import type { WayName } from './way'

export interface CompareAfterOptions {
  root: string
  env: string
  via: WayName
  /** Look at these only; all by default. */
  names?: readonly string[]
  /** What was built. */
  built: readonly BuiltFunction[]
  /** Names of what went up. */
  uploaded: readonly string[]
  /** When the first upload began. */
  since: Date
  signal?: AbortSignal
  onProgress?: (doing: string) => void
}

/** What is deployed after an upload, or why that is not known. */
export type Comparison =
  | { via: Asked; functions: ComparedFunction[]; differences: string[] }
  | { unknown: string }

/** WeChat takes a minute or so to install packages. */
const PATIENCE_MS = 300_000
const INTERVAL_MS = 5000

/**
 * Asks what is deployed until WeChat is done with what was uploaded. Whoever uploaded is asked; after CloudBase CLI
 * whoever can be. With the credentials for it, the openapi permissions are compared too.
 */
export async function compareAfter(options: CompareAfterOptions): Promise<Comparison> {
  const { names = [], built, uploaded, since, signal, onProgress } = options
  const via = askedAfter(options.via)
  try {
    const ask = openQuestion({ ...options, via })
    const functions = await untilSettled({
      ask: async () => (await ask()).filter(({ name }) => names.length === 0 || names.includes(name)),
      built: built.map(({ name }) => name),
      intervalMs: INTERVAL_MS,
      signal: AbortSignal.any([AbortSignal.timeout(PATIENCE_MS), ...(signal ? [signal] : [])]),
      isAwaited: name => uploaded.includes(name),
      onWait: waiting => onProgress?.(`waiting for ${waiting.map(({ name }) => name).join(', ')}`),
    })
    if (!functions) return { unknown: 'interrupted' }
    const differences = findDifferences(functions, uploaded, since)
    return {
      via,
      functions,
      differences: [...differences, ...(await permissionDifferences(options, functions))],
    }
  } catch (error) {
    if (error instanceof KitError) return { unknown: error.message }
    throw error
  }
}

/** What `compareAfter()` would run or send, a line each. */
export function describeComparison({
  root,
  env,
  ...options
}: Pick<CompareAfterOptions, 'root' | 'env' | 'via' | 'built'>): string[] {
  const via = askedAfter(options.via)
  const names = options.built.map(({ name }) => name)
  try {
    return describeQuestion({ root, env, via }, names)
  } catch (error) {
    if (error instanceof KitError && error.code === 'tool-missing')
      return ['nothing is compared: nobody can be asked']
    throw error
  }
}

function askedAfter(via: WayName): Asked {
  if (via === 'cloudbase') return hasCredentials('component') ? 'provider' : 'devtools'
  return via
}

async function permissionDifferences(
  { env, built, onProgress }: CompareAfterOptions,
  functions: readonly ComparedFunction[],
): Promise<string[]> {
  if (!hasCredentials('authorizer')) return []
  onProgress?.('comparing the openapi permissions')
  const there = built.filter(({ name }) =>
    functions.some(item => item.name === name && item.standing === 'active'),
  )
  return findPermissionDifferences(openWeChat('authorizer'), env, there)
}
