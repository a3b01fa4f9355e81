import type { CloudError } from '../../../miniprogram/cloud/cloud-error'
import { collectionFinding } from './collections'
import { environmentFinding } from './environments'
import type { Answer, Named } from './finding'
import { functionFinding } from './missing-function'
import { permissionFinding } from './permissions'
import type { Project } from './project'
import { placesFinding } from './source-places'

const MISSING_PERMISSION = -604101
const MISSING_COLLECTION = -502005
const NOT_FOUND = -501000
/** `env.ts` may be the cause of these. */
const ABOUT_ENVIRONMENTS = new Set<unknown>([
  NOT_FOUND,
  -501005,
  -501009,
  -601012,
  -601027,
  -601034,
  'no-environment',
])
const SPEAKS_OF_FUNCTION = /FunctionName|FUNCTION_NOT_FOUND/i

/**
 * What a project tells about an error.
 *
 * @param named the function that failed and the openapi that it called, where they are known
 */
export async function askProject(error: CloudError, named: Named, project: Project): Promise<Answer[]> {
  const { code, raw } = error
  const places = placesFinding(error, named.functionName, project)
  // a stack tells which function it comes from
  const functionName = named.functionName ?? places?.functionName
  const answers: Answer[] = []
  if (code === MISSING_PERMISSION) answers.push(await permissionFinding({ ...named, functionName }, project))
  if (code === MISSING_COLLECTION) answers.push(collectionFinding(error, functionName, project))
  if (code === NOT_FOUND && SPEAKS_OF_FUNCTION.test(raw)) answers.push(functionFinding(functionName, project))
  if (ABOUT_ENVIRONMENTS.has(code)) answers.push(environmentFinding(error, project))
  return places ? [...answers, places] : answers
}
