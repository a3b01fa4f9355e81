import { type LocalCloud, LocalCloudError, startLocalCloud } from '../local-cloud'
import { buildForCall } from './build-for-call'
import { projectCloudOptions } from './cloud-options'
import { createCollections } from './collections'
import { makeDataDir } from './data-dir'
import { formatLog } from './format-log'
import { asKitError } from './start-cloud'

/**
 * Builds a project and starts a cloud to call one function in. What functions print goes to stderr.
 *
 * @throws KitError
 */
export async function startOneOffCloud(
  root: string,
  dataDir: string,
  functionName: string,
): Promise<LocalCloud> {
  makeDataDir(dataDir)
  await buildForCall(root, functionName)
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
