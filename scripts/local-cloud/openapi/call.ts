import type { PhoneCodes } from './phone-codes'
import type { Reply } from './reply'
import type { Subscriptions } from './subscriptions'
import type { OpenapiFile } from './wire'

/** One call that was let through. */
export interface Call {
  /** In snake_case. */
  readonly fields: Readonly<Record<string, unknown>>
  readonly files: Readonly<Record<string, OpenapiFile>>
  /** Of the mini program that is called for. */
  readonly appid: string
  /** Milliseconds since 1970. */
  readonly now: number
  newId(): string
  readonly subscriptions: Subscriptions
  readonly phoneCodes: PhoneCodes
  /** The pages of the mini program, such as `pages/index/index`; undefined where they are not known. */
  readonly pages: readonly string[] | undefined
}

export type Answer = (call: Call) => Reply
