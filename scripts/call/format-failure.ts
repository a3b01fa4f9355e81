import pc from 'picocolors'
import { type CloudError, isReply, toCloudError } from '../../miniprogram/cloud/cloud-error'
import { explainError, formatExplanation, openProject } from '../explain'
import type { CallFailure } from '../local-cloud'

const LANGUAGE = 'en'

/**
 * A failed call: what the mini program's `fail` receives, what it means, what the project tells about it, and what to
 * do.
 */
export async function formatFailure(
  root: string,
  functionName: string,
  failure: CallFailure,
): Promise<string> {
  const error = toCloudError(failure, { functionName })
  return `${pc.red('fail')} errCode ${failure.errCode}\n${failure.errMsg}\n\n${await explain(root, error)}`
}

/** A reply in which the function refuses the caller, explained; undefined for any other result. */
export async function formatRefusal(
  root: string,
  functionName: string,
  result: unknown,
): Promise<string | undefined> {
  if (!isReply(result) || result.ok) return undefined
  const error = toCloudError(result, { functionName })
  return `${pc.yellow('refused')} by the function\n\n${await explain(root, error)}`
}

async function explain(root: string, error: CloudError): Promise<string> {
  const explanation = await explainError(error, { language: LANGUAGE, project: openProject(root) })
  return formatExplanation(explanation, { language: LANGUAGE })
}
