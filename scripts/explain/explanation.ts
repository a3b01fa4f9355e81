import { type Advice, advise } from '../../miniprogram/cloud/advice'
import type { CloudError } from '../../miniprogram/cloud/cloud-error'
import type { ErrorCode, Language } from '../../miniprogram/cloud/error-codes'
import { functionNamedIn } from './function-name'
import { type NearMessage, nearestMessages } from './nearest-messages'
import type { Answer, Finding, Named } from './project/finding'
import type { Project } from './project/project'
import { readError } from './read-error'

/** An error in words, for a terminal. Plain data. */
export interface Explanation extends Advice {
  /** Whether the kit knows the cause. */
  known: boolean
  /** The cause. */
  code: ErrorCode
  /** The words of the innermost error. */
  message: string
  functionName?: string
  openapi?: string
  requestId?: string
  callId?: string
  /** For a text that the kit does not know: the messages that it resembles, the most alike first. */
  nearest: readonly NearMessage[]
  /** What the project around it tells. */
  project: readonly Finding[]
}

export interface ExplainOptions {
  language: Language
  /** @default the one that the text names */
  functionName?: string
  /** @default the one that the text names */
  requestId?: string
  /** The project to look into. @default none */
  project?: Project
}

/** The platform names the openapi only sometimes, as `openapi.a.b:fail`; the local cloud and what people log do too. */
const OPENAPI = /\bopenapi\.(\w{1,40}(?:\.\w{1,40}){1,3})\b/

/** Explains the text of an error: from the platform, from a log, a code alone, or words without any code. */
export async function explain(text: string, options: ExplainOptions): Promise<Explanation> {
  const { error, known, concluded } = readError(text)
  const functionName = options.functionName ?? functionNamedIn(text, options.project?.functionNames)
  const explanation = await explainError(error, { ...options, functionName })
  if (known) return concluded ? { ...explanation, sure: 'inferred' } : explanation
  return { ...explanation, known, nearest: error.code === 'unknown' ? nearestMessages(text) : [] }
}

/** Explains an error that was taken apart already. */
export async function explainError(error: CloudError, options: ExplainOptions): Promise<Explanation> {
  const { language, project, requestId = error.requestId } = options
  const named = options.functionName ?? error.functionName
  const mentioned = error.openapi ?? OPENAPI.exec(error.raw)?.[1]
  const answers = project ? await askProject(error, { functionName: named, openapi: mentioned }, project) : []
  const functionName = named ?? answers.find(answer => answer.functionName)?.functionName
  const openapi = mentioned ?? answers.find(answer => answer.openapi)?.openapi
  return {
    known: true,
    code: error.code,
    message: error.message,
    ...(functionName && { functionName }),
    ...(openapi && { openapi }),
    ...(requestId && { requestId }),
    ...(error.callId && { callId: error.callId }),
    ...advise(error, { functionName, openapi, language }),
    nearest: [],
    project: answers.map(({ finding }) => finding),
  }
}

/** Loads what reads a project, parser and all, only where there is one. */
function askProject(error: CloudError, named: Named, project: Project): Promise<Answer[]> {
  const room = require('./project/ask-project') as typeof import('./project/ask-project')
  return room.askProject(error, named, project)
}
