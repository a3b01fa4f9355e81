import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ENV_FILE, LOCAL_ENVIRONMENT, readEnvironments } from '../project/environments'
import type { Problem } from '../project/problem'
import { placeOf } from '../project/text-place'

const DEVELOP = 'develop'

/** Versions of the mini program that would leave this machine without a cloud: no phone can reach the local one. */
export function checkEnvironments(root: string): Problem[] {
  const path = join(root, ENV_FILE)
  if (!existsSync(path)) return []
  const text = readFileSync(path, 'utf8')
  return readEnvironments(text).flatMap(({ version, env, offset }) => {
    if (env !== LOCAL_ENVIRONMENT || version === DEVELOP) return []
    const problem: Problem = {
      severity: 'error',
      rule: 'local-environment',
      message: `${version} uses the environment '${LOCAL_ENVIRONMENT}': the local cloud is on this machine only`,
      file: ENV_FILE,
      ...placeOf(text, offset),
      mend: `put the id of a cloud environment there; '${LOCAL_ENVIRONMENT}' is for ${DEVELOP} alone`,
    }
    return [problem]
  })
}
