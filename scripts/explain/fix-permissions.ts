import { fixConfigs } from '../check'
import { KitError } from '../project/kit-error'
import type { Explanation } from './explanation'
import type { Finding } from './project/finding'
import type { PermissionFinding } from './project/permissions'
import type { Project } from './project/project'

/**
 * Does what `kit check --fix` does for the one function that explained errors are about.
 *
 * @returns the files that were changed; none if nothing is missing
 * @throws KitError `usage` if no missing permission was explained, or if it can be more than one function's
 */
export async function fixPermissionsOf(
  explanations: readonly Explanation[],
  project: Project | undefined,
): Promise<string[]> {
  if (!project) throw new KitError('not-a-project', '--fix writes config.json files, and this is no project')
  const findings = explanations.flatMap(one => one.project).filter(isPermissionFinding)
  if (findings.length === 0) {
    throw new KitError(
      'usage',
      '--fix mends missing openapi permissions (-604101), which is not the error here',
    )
  }
  const lacking = findings.flatMap(({ data }) => data.functions).filter(({ missing }) => missing.length > 0)
  const names = [...new Set(lacking.map(({ name }) => name))]
  const [name, ...others] = names
  if (name === undefined) return []
  if (others.length > 0) {
    throw new KitError(
      'usage',
      `several functions lack permissions: ${names.join(', ')}; say with --function which to fix, or fix all with npm run check -- --fix`,
    )
  }
  const chosen = (await project.functions()).filter(item => item.name === name)
  if (chosen.some(({ fixable }) => !fixable)) {
    throw new KitError(
      'usage',
      `not every openapi call of ${name} can be read from the code, so its list cannot be written: npm run check says where`,
    )
  }
  return fixConfigs(project.root, chosen)
}

function isPermissionFinding(finding: Finding): finding is PermissionFinding {
  return finding.topic === 'permissions'
}
