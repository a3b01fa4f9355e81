import { FUNCTIONS_DIR } from '../project/cloud-functions'
import type { Problem } from '../project/problem'
import { placeOf } from '../project/text-place'

/** One import as the bundler resolved it. Paths are from the root of the project, with `/`. */
export interface ResolvedImport {
  importer: string
  /** The text of the importing file. */
  importerText: string
  target: string
  /** As written: `../login/index`. */
  specifier: string
}

/**
 * Imports that reach into the folder of another function. Each function is uploaded on its own; what two of them
 * need belongs in `cloudfunctions/shared/`.
 */
export function findForeignImports(
  name: string,
  functionNames: ReadonlySet<string>,
  imports: readonly ResolvedImport[],
): Problem[] {
  return imports.flatMap(({ importer, importerText, target, specifier }) => {
    const [top, other = ''] = target.split('/', 2)
    const isOther = top === FUNCTIONS_DIR && other !== name && functionNames.has(other)
    if (!isOther || !importer.startsWith(`${FUNCTIONS_DIR}/${name}/`)) return []
    const problem: Problem = {
      severity: 'error',
      rule: 'import-of-other-function',
      message: `the cloud function "${name}" imports ${specifier}, which belongs to the function "${other}"`,
      file: importer,
      ...placeOf(importerText, Math.max(0, importerText.search(quoted(specifier)))),
      mend: `move what both need to ${FUNCTIONS_DIR}/shared/, or call the other function with cloud.callFunction()`,
    }
    return [problem]
  })
}

function quoted(specifier: string): RegExp {
  return new RegExp(`(['"])${specifier.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\1`)
}
