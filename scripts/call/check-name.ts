import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { FUNCTIONS_DIR, findFunctions, isFunctionName } from '../project/cloud-functions'
import { KitError } from '../project/kit-error'
import { unknownFunctionAdvice } from '../project/unknown-function'

/**
 * Finds a wrong name before anything is built or asked: the cloud would only advise to upload the function.
 *
 * @throws KitError `unknown-function` if a project has neither the source nor a package of such a function
 */
export function checkFunctionName(root: string, name: string): void {
  const folders = [FUNCTIONS_DIR, join('dist', FUNCTIONS_DIR)]
  if (isFunctionName(name) && folders.some(folder => existsSync(join(root, folder, name)))) return
  const known = findFunctions(root).functions.map(item => item.name)
  throw new KitError('unknown-function', unknownFunctionAdvice(name, known))
}
