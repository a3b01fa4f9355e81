import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'jsonc-parser'
import { type LocalCloud, parseFault, VARIABLES_FILE } from '../local-cloud'
import { findFunctions } from '../project/cloud-functions'
import { unknownFunctionAdvice } from '../project/unknown-function'

/** Stands for all functions, in faults and in variables. */
const EVERY_FUNCTION = '*'

/** The functions that could be called, now or as soon as they build. */
export function knownFunctions(root: string, cloud: LocalCloud): string[] {
  const sources = findFunctions(root).functions.map(({ name }) => name)
  return [...new Set([...sources, ...cloud.functions()])].sort()
}

/** A line for each fault that no function has. No error: the function may be written while the cloud runs. */
export function warnOfFaults(faults: readonly string[], known: readonly string[]): string[] {
  return faults.flatMap(fault => warn(`--fault ${fault}`, [parseFault(fault).functionName], known))
}

/** A line for each function that is given variables and does not exist. Of a file that the cloud has accepted. */
export function warnOfVariables(root: string, known: readonly string[]): string[] {
  const file = join(root, VARIABLES_FILE)
  if (!existsSync(file)) return []
  const sets: Record<string, unknown> = parse(readFileSync(file, 'utf8')) ?? {}
  return warn(VARIABLES_FILE, Object.keys(sets), known)
}

function warn(where: string, names: readonly string[], known: readonly string[]): string[] {
  return names
    .filter(name => name !== EVERY_FUNCTION && !known.includes(name))
    .map(name => `${where}: ${unknownFunctionAdvice(name, known)}`)
}
