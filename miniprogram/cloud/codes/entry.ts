import type { ReplyErrorCode } from '../../../cloudfunctions/contract'

/** Who has to act: the developer on permissions, the environment, a quota, the code; the caller; or nobody, for a while. */
export type ErrorKind = 'permission' | 'environment' | 'quota' | 'transient' | 'caller' | 'bug'

/** From the platform's pages; from its SDK, public issues and posts; or concluded from those. */
export type Certainty = 'documented' | 'seen' | 'inferred'

export type Language = 'zh' | 'en'

/** The same thing in each language. */
export type Bilingual<T = string> = Readonly<Record<Language, T>>

/** What the mini program itself finds wrong, without an answer of the platform. */
export type KitErrorCode =
  | 'timeout'
  | 'no-cloud'
  | 'no-environment'
  | 'no-local-cloud'
  | 'bad-reply'
  | 'unknown'

/** A number of the platform or of an openapi, a refusal by a function, or a finding of the mini program. */
export type ErrorCode = number | ReplyErrorCode | KitErrorCode

/** What to do, in order. `{function}` and `{openapi}` are filled in by `advise`. */
export type Steps = Bilingual<readonly string[]>

/** One explained code. */
export interface ErrorEntry {
  code: ErrorCode
  kind: ErrorKind
  /** The same call can succeed a little later. */
  transient: boolean
  meaning: Bilingual
  steps: Steps
  sure: Certainty
  /** The words that the SDK puts beside the code, if it has any. */
  text?: string
  docs?: string
}
