import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser'
import { placeOf } from '../../project/text-place'
import { LocalCloudError } from '../local-cloud-error'
import { isReservedVariable } from '../runtime/instance-environment'

/** The file, at the root of a project, that holds the functions' variables. The name keeps it out of git (`.env*`). */
export const VARIABLES_FILE = '.env.functions.json'

/** The key whose variables every function gets. */
const EVERY_FUNCTION = '*'
const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/
/** SCF's limit for the variables of one function. https://cloud.tencent.com/document/product/583/11637 */
const MAX_BYTES = 4096

/** The variables that a developer gives to functions, as the cloud console's settings would. */
export interface FunctionVariables {
  of(functionName: string): Record<string, string>
}

/** No variables for any function. */
export const NO_VARIABLES: FunctionVariables = { of: () => ({}) }

/**
 * Reads `{ "*": { "NAME": "for every function" }, "guestbook": { "NAME": "for this one" } }`.
 * A file that is not there gives no variables.
 *
 * @throws LocalCloudError `bad-file`, with the place of what is wrong
 */
export function readFunctionVariables(file: string): FunctionVariables {
  if (!existsSync(file)) return NO_VARIABLES
  const text = readFileSync(file, 'utf8')
  const errors: ParseError[] = []
  const sets: unknown = parse(text, errors, { disallowComments: false, allowTrailingComma: true })
  const [first] = errors
  if (first) {
    const { line, column } = placeOf(text, first.offset)
    throw bad(`${basename(file)}:${line}:${column}: not valid JSON: ${printParseErrorCode(first.error)}`)
  }
  if (!isObject(sets))
    throw bad(`${basename(file)}: must hold an object of functions, each with its variables`)
  for (const [functionName, variables] of Object.entries(sets)) check(basename(file), functionName, variables)
  const checked = sets as Record<string, Record<string, string>>
  return { of: functionName => ({ ...checked[EVERY_FUNCTION], ...own(checked, functionName) }) }
}

function check(file: string, functionName: string, variables: unknown): void {
  if (!isObject(variables)) {
    throw bad(`${file}: "${functionName}" must be an object of variables, such as {"API_KEY": "..."}`)
  }
  for (const [name, value] of Object.entries(variables)) {
    const at = `${file}: "${functionName}"."${name}"`
    if (!NAME.test(name))
      throw bad(`${at} is not a name for a variable: letters, digits and _, no digit first`)
    if (isReservedVariable(name)) throw bad(`${at} is a name that the platform keeps for itself`)
    if (typeof value !== 'string') throw bad(`${at} must be a string, it is ${JSON.stringify(value)}`)
  }
  const bytes = Object.entries(variables).reduce((sum, pair) => sum + Buffer.byteLength(pair.join('=')), 0)
  if (bytes > MAX_BYTES) {
    throw bad(
      `${file}: the variables of "${functionName}" are ${bytes} bytes, the platform takes ${MAX_BYTES}`,
    )
  }
}

function own(sets: Record<string, Record<string, string>>, name: string): Record<string, string> {
  return (Object.hasOwn(sets, name) && sets[name]) || {}
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function bad(message: string): LocalCloudError {
  return new LocalCloudError('bad-file', message)
}
