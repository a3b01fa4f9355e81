import {
  checkOptions,
  type LocalCloud,
  LocalCloudError,
  type LocalCloudOptions,
  startLocalCloud,
} from '../local-cloud'
import { KitError } from '../project/kit-error'

/** Where `kit start` listens unless it is taken. */
export const DEFAULT_PORT = 8710

/**
 * Starts the cloud for a command: on the port that was asked for, else on the usual one, else on any.
 *
 * @throws KitError for everything that the developer can mend
 */
export async function startCloud(options: LocalCloudOptions, port: number | undefined): Promise<LocalCloud> {
  try {
    return await startLocalCloud({ ...options, port: port ?? DEFAULT_PORT })
  } catch (error) {
    if (!(error instanceof LocalCloudError)) throw error
    if (error.code === 'port-taken' && port === undefined) return await startCloud(options, 0)
    throw asKitError(error)
  }
}

/** @throws KitError `usage` for options that no cloud could start with */
export function refuseWrongOptions(options: LocalCloudOptions): void {
  try {
    checkOptions(options)
  } catch (error) {
    throw error instanceof LocalCloudError ? asKitError(error) : error
  }
}

/** The same in the words of the command line. */
export function asKitError(error: LocalCloudError): KitError {
  const code =
    error.code === 'port-taken' ? 'in-use' : error.code === 'unknown-function' ? 'unknown-function' : 'usage'
  return new KitError(code, error.message, { cause: error })
}
