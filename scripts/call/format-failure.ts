import pc from 'picocolors'
import { type CloudError, isReply, toCloudError } from '../../miniprogram/cloud/cloud-error'
import type { Bilingual, Language } from '../../miniprogram/cloud/error-codes'
import { explainError, formatExplanation, openProject } from '../explain'
import type { CallFailure } from '../local-cloud'
import { timerStep } from './timer-step'

/** What was called, and for whom its failure is explained. */
export interface FailureContext {
  root: string
  functionName: string
  language: Language
  /** By its timer, not by a user. */
  byTimer?: boolean
}

const WORDS = {
  fail: { en: 'fail', zh: '失败' },
  refused: { en: 'refused by the function', zh: '被云函数拒绝' },
} satisfies Record<string, Bilingual>

/**
 * A failed call: what the mini program's `fail` receives, what it means, what the project tells about it, and what to
 * do.
 */
export async function formatFailure(failure: CallFailure, context: FailureContext): Promise<string> {
  const error = toCloudError(failure, { functionName: context.functionName })
  const head = `${pc.red(WORDS.fail[context.language])} errCode ${failure.errCode}`
  return `${head}\n${failure.errMsg}\n\n${await explain(error, context)}`
}

/** A reply in which the function refuses the caller, explained; undefined for any other result. */
export async function formatRefusal(result: unknown, context: FailureContext): Promise<string | undefined> {
  if (!isReply(result) || result.ok) return undefined
  const { functionName, language } = context
  const error = toCloudError(result, { functionName })
  return `${pc.yellow(WORDS.refused[language])}\n\n${await explain(error, context)}`
}

async function explain(error: CloudError, context: FailureContext): Promise<string> {
  const { root, functionName, language, byTimer = false } = context
  const explanation = await explainError(error, { language, project: openProject(root) })
  const step = byTimer ? undefined : timerStep(root, functionName, error.code)
  const steps = step ? [step[language], ...explanation.steps] : explanation.steps
  return formatExplanation({ ...explanation, steps }, { language })
}
