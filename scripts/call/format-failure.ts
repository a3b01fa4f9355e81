import pc from 'picocolors'
import { advise } from '../../miniprogram/cloud/advice'
import { type CloudError, isReply, toCloudError } from '../../miniprogram/cloud/cloud-error'
import type { CallFailure } from '../local-cloud'

/** A failed call: what the mini program's `fail` receives, what it means, and what to do. */
export function formatFailure(functionName: string, failure: CallFailure): string {
  const error = toCloudError(failure, { functionName })
  return `${pc.red('fail')} errCode ${failure.errCode}\n${failure.errMsg}\n\n${explain(error)}`
}

/** A reply in which the function refuses the caller, explained; undefined for any other result. */
export function formatRefusal(functionName: string, result: unknown): string | undefined {
  if (!isReply(result) || result.ok) return undefined
  return `${pc.yellow('refused')} by the function\n\n${explain(toCloudError(result, { functionName }))}`
}

function explain(error: CloudError): string {
  const { title, kindLabel, chain, steps, file, json, sure, docs } = advise(error, { language: 'en' })
  const codes = chain.map(({ code, meaning }) => `  ${code}  ${meaning}`)
  const lines = [
    `${pc.bold(kindLabel)}: ${title}`,
    ...(codes.length > 1 ? ['from the transport to the cause:', ...codes] : codes),
    ...steps.map((step, index) => `${index + 1}. ${step}`),
    ...(file && json ? [`in ${file}:`, json] : []),
    pc.dim([sure, docs].filter(Boolean).join('  ')),
  ]
  return `${lines.join('\n')}\n`
}
