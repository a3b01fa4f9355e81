import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Problem } from './problem'

/** The folder of the sources, from the root of the project. */
export const FUNCTIONS_DIR = 'cloudfunctions'

/** Folders in `cloudfunctions/` that are not functions. */
const NOT_FUNCTIONS = new Set(['shared', 'typings', 'node_modules'])

/**
 * Tencent Cloud's rule for a function's name: 2 to 60 letters, digits, `-` and `_`, a letter first, a letter or
 * digit last. https://cloud.tencent.com/document/api/583/18586
 */
const NAME = /^[A-Za-z][A-Za-z0-9_-]{0,58}[A-Za-z0-9]$/

/** One cloud function as it stands in `cloudfunctions/`. Paths are from the root of the project, with `/`. */
export interface CloudFunction {
  name: string
  dir: string
  entry: string
  configFile: string
  packageFile: string
}

/** Whether the platform takes `name` for a cloud function. */
export function isFunctionName(name: string): boolean {
  return NAME.test(name) && !NOT_FUNCTIONS.has(name)
}

/** What is wrong with a name that `isFunctionName` refuses. */
export function functionNameAdvice(name: string): string {
  if (NOT_FUNCTIONS.has(name)) {
    return `"${name}" is a reserved name: ${FUNCTIONS_DIR}/${name}/ is not a cloud function's`
  }
  return `"${name}" is not a name for a cloud function: 2 to 60 letters, digits, - and _, a letter first, a letter or digit last`
}

/** The functions of a project, sorted by name, and what is wrong with their folders. */
export function findFunctions(root: string): { functions: CloudFunction[]; problems: Problem[] } {
  const functions: CloudFunction[] = []
  const problems: Problem[] = []
  for (const name of functionFolders(root)) {
    const dir = `${FUNCTIONS_DIR}/${name}`
    const folderProblems = checkFolder(root, name, dir)
    problems.push(...folderProblems)
    if (folderProblems.length > 0) continue
    functions.push({
      name,
      dir,
      entry: `${dir}/index.ts`,
      configFile: `${dir}/config.json`,
      packageFile: `${dir}/package.json`,
    })
  }
  return { functions, problems }
}

function functionFolders(root: string): string[] {
  return readdirSync(join(root, FUNCTIONS_DIR), { withFileTypes: true })
    .filter(entry => entry.isDirectory() && !entry.name.startsWith('.') && !NOT_FUNCTIONS.has(entry.name))
    .map(entry => entry.name)
    .sort()
}

function checkFolder(root: string, name: string, dir: string): Problem[] {
  const problems: Problem[] = []
  if (!isFunctionName(name)) {
    problems.push({
      severity: 'error',
      rule: 'function-name',
      message: functionNameAdvice(name),
      file: dir,
      mend: `rename ${dir}, and its line in ${FUNCTIONS_DIR}/contract.ts`,
    })
  }
  if (!existsSync(join(root, dir, 'index.ts'))) {
    problems.push({
      severity: 'error',
      rule: 'function-without-index',
      message: `the cloud function "${name}" has no index.ts`,
      file: dir,
      mend: `write ${dir}/index.ts with an exported main, or remove the folder`,
    })
  }
  if (existsSync(join(root, dir, 'index.js'))) {
    problems.push({
      severity: 'error',
      rule: 'index-js-beside-ts',
      message: `${dir} holds an index.js beside index.ts: it would be taken for the source of the function`,
      file: `${dir}/index.js`,
      mend: 'delete index.js; the build writes its own to dist/cloudfunctions/',
    })
  }
  return problems
}
