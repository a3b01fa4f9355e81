import pc from 'picocolors'
import { type BuildOptions, type BuildResult, build } from '../build'
import { CONTRACT_FILE } from '../check'
import { formatProblems } from '../cli/print-problems'
import { startProgress } from '../cli/progress'
import { FUNCTIONS_DIR, findFunctions } from '../project/cloud-functions'
import { KitError } from '../project/kit-error'
import type { Problem } from '../project/problem'

/**
 * Builds a project so that one function can be called. Takes a moment only if something has changed. A build like any
 * other, so that `dist/` stays as a build leaves it; if only other functions do not build, then of this one alone.
 *
 * @throws KitError
 */
export async function buildForCall(root: string, functionName: string): Promise<void> {
  const { ok, problems } = await buildShowing({ root })
  if (ok) return
  const names = findFunctions(root).functions.map(({ name }) => name)
  const others = names.includes(functionName) ? brokenOthers(problems, functionName, names) : undefined
  // the types of this function were found right a moment ago
  if (others && (await buildShowing({ root, names: [functionName], types: false })).ok) {
    process.stderr.write(`${pc.yellow('warning')} ${describe(others)}\n`)
    return
  }
  process.stderr.write(`${formatProblems(problems)}\n`)
  throw new KitError('tool-failed', 'nothing was called: the functions do not build')
}

function buildShowing(options: BuildOptions): Promise<BuildResult> {
  const progress = startProgress()
  return build({ ...options, onProgress: progress.say }).finally(progress.done)
}

/** The other functions that have errors; undefined if there is an error that may be this function's. */
function brokenOthers(
  problems: readonly Problem[],
  functionName: string,
  names: readonly string[],
): string[] | undefined {
  const others = names.filter(name => name !== functionName)
  const broken = new Set<string>()
  for (const { severity, file } of problems) {
    // the contract holds types only; what is wrong in it is mostly what is wrong with one of its functions
    if (severity !== 'error' || file === CONTRACT_FILE) continue
    const owner = others.find(name => file?.startsWith(`${FUNCTIONS_DIR}/${name}/`))
    if (owner === undefined) return undefined
    broken.add(owner)
  }
  return [...broken].sort()
}

function describe(others: readonly string[]): string {
  const what = others.join(', ') || CONTRACT_FILE
  return `there are errors in ${what}: this function alone was built; npm run build shows them`
}
