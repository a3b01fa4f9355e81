import { build } from '../build'
import { formatProblems } from '../cli/print-problems'
import { startProgress } from '../cli/progress'
import { type LocalCloud, LocalCloudError, startLocalCloud } from '../local-cloud'
import { KitError } from '../project/kit-error'
import { hasErrors } from '../project/problem'
import { projectCloudOptions } from './cloud-options'
import { createCollections } from './collections'
import { formatLog } from './format-log'
import { asKitError } from './start-cloud'

/**
 * Builds a project and starts a cloud for a command that needs one for a moment. What functions print goes to stderr.
 *
 * @throws KitError
 */
export async function startOneOffCloud(root: string, dataDir: string): Promise<LocalCloud> {
  await buildOnce(root)
  const options = projectCloudOptions(root, dataDir)
  try {
    const cloud = await startLocalCloud({
      ...options,
      log: event => void process.stderr.write(`${formatLog(event)}\n`),
    })
    await createCollections(cloud, options.databaseRules)
    return cloud
  } catch (error) {
    throw error instanceof LocalCloudError ? asKitError(error) : error
  }
}

/** Takes a moment only if something has changed. A build like any other, so that `dist/` stays as a build leaves it. */
async function buildOnce(root: string): Promise<void> {
  const progress = startProgress()
  const { problems } = await build({ root, onProgress: progress.say }).finally(progress.done)
  if (!hasErrors(problems)) return
  process.stderr.write(`${formatProblems(problems)}\n`)
  throw new KitError('tool-failed', 'nothing was called: the functions do not build')
}
