import {
  type CredentialKind,
  missingVariables,
  type WeChatApi,
  WeChatApiError,
  weChatApiFromEnvironment,
} from '../../cloudfunctions/shared/wechat-api/index'
import { KitError } from '../project/kit-error'

/** Long enough to send the code of a function, which may have 20 MB. */
const TIMEOUT_MS = 120_000

/** Whether the environment variables for these calls are there. */
export function hasCredentials(kind: CredentialKind): boolean {
  return missingVariables(kind).length === 0
}

/**
 * The APIs for service providers, with the credentials in the environment variables.
 *
 * @throws KitError `not-configured` if some are missing
 */
export function openWeChat(...kinds: CredentialKind[]): WeChatApi {
  const missing = [...new Set(kinds.flatMap(kind => missingVariables(kind)))]
  if (missing.length > 0) {
    throw new KitError(
      'not-configured',
      `--via provider is for third-party platforms, and needs their credentials in environment variables; missing: ${missing.join(', ')}`,
    )
  }
  try {
    return weChatApiFromEnvironment({ timeoutMs: TIMEOUT_MS })
  } catch (error) {
    throw asKitError(error)
  }
}

/** Runs calls of WeChat's APIs; what they reject with becomes a KitError, which the command line knows how to print. */
export async function askWeChat<Result>(run: () => Promise<Result>): Promise<Result> {
  try {
    return await run()
  } catch (error) {
    throw asKitError(error)
  }
}

/** The text of a WeChatApiError holds neither tokens nor secrets. */
function asKitError(error: unknown): unknown {
  return error instanceof WeChatApiError
    ? new KitError('tool-failed', error.message, { cause: error })
    : error
}
