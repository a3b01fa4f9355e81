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
