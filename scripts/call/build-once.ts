import { build } from '../build'
import { formatProblems } from '../cli/print-problems'
import { startProgress } from '../cli/progress'
import { KitError } from '../project/kit-error'
import { hasErrors } from '../project/problem'

/**
 * Makes sure that what will run is what the sources say; takes a moment only if something has changed.
 *
 * @throws KitError `tool-failed`, after the problems are printed
 */
export async function buildOnce(root: string): Promise<void> {
  const progress = startProgress()
  const { problems } = await build({ root, zip: false, types: false, onProgress: progress.say }).finally(
    progress.done,
  )
  if (!hasErrors(problems)) return
  process.stderr.write(`${formatProblems(problems)}\n`)
  throw new KitError('tool-failed', 'nothing was called: the functions do not build')
}
