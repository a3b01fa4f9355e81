import { readFunctionConfig } from '../../../scripts/project/function-config'
import { openapiNames } from '../../../scripts/project/openapi-names'
import type { Problem } from '../../../scripts/project/problem'
import { parseDatabaseRules, parseStorageRules } from '../../../scripts/rules'
import type { Fence } from './markdown'

/** What the second word of a `json` fence says the sample is, and who judges it. */
const JUDGES: Readonly<Record<string, (text: string) => readonly Pick<Problem, 'message'>[]>> = {
  config: text => {
    const { config, problems } = readFunctionConfig(text, 'config.json')
    const unknown = config.openapi.filter(name => !openapiNames().has(name))
    return [...problems, ...unknown.map(name => ({ message: `"${name}" is not an openapi` }))]
  },
  'database-rules': text => parseDatabaseRules(text, 'database.rules.json').problems,
  'storage-rules': text => parseStorageRules(text, 'storage.rules.json').problems,
  variables: text => {
    const sets = Object.values(JSON.parse(text) as object)
    const right = sets.every(set => Object.values(set as object).every(value => typeof value === 'string'))
    return right ? [] : [{ message: 'variables are texts, by function and name' }]
  },
}

/** What is wrong with a `json` sample. */
export function checkJson({ text, context: [kind] }: Fence): string[] {
  try {
    JSON.parse(text)
  } catch (error) {
    return [`not JSON: ${(error as Error).message}`]
  }
  if (kind === undefined) return []
  const judge = JUDGES[kind]
  return judge ? judge(text).map(({ message }) => message) : [`nobody knows what "json ${kind}" is`]
}
