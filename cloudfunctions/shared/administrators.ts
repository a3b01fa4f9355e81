import { FunctionError } from './function-error'

/**
 * Whether a user is named in a list such as `oANN,oBOB`. It stands in the function's environment variables, which are
 * set in the cloud console: a list in the code would be in the repository. Without one there are no administrators.
 */
export function isAdministrator(openid: string, list = ''): boolean {
  return list
    .split(',')
    .map(name => name.trim())
    .includes(openid)
}

/**
 * Lets administrators pass, who are named in the variable `ADMIN_OPENIDS`.
 *
 * @param action what they are about to do, such as `show the reports`
 * @throws {FunctionError} `permission-denied` for everyone else
 */
export function admitAdministrator(openid: string, action: string): void {
  if (isAdministrator(openid, process.env.ADMIN_OPENIDS)) return
  throw new FunctionError(
    'permission-denied',
    `Cannot ${action}: you are not named in the function's variable ADMIN_OPENIDS`,
  )
}
