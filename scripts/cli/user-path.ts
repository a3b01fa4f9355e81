import { dirname, resolve } from 'node:path'

/**
 * The absolute path of a file or folder that somebody named on the command line.
 *
 * `npm run` starts the kit at the root of the project, wherever one stands, and says in `INIT_CWD` where that was.
 * Programs that the kit or a test starts in other folders inherit the variable, but it tells nothing about them.
 *
 * @param cwd the current folder
 */
export function userPath(
  path: string,
  env: Readonly<Record<string, string | undefined>> = process.env,
  cwd: string = process.cwd(),
): string {
  const { INIT_CWD: typedIn, npm_package_json: packageFile } = env
  const isMovedByNpm = packageFile !== undefined && dirname(packageFile) === cwd
  return resolve(typedIn !== undefined && isMovedByNpm ? typedIn : cwd, path)
}
