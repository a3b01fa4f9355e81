import type { ExactCalls, OpenapiReply } from './openapi-calls'
import type { OpenapiNames } from './openapi-names'

/** Type of one call: exact where `openapi-calls` has it, otherwise an object in and an object out. */
export type OpenapiCall<Name extends string> = Name extends keyof ExactCalls
  ? ExactCalls[Name]
  : (data?: object) => Promise<OpenapiReply & Record<string, unknown>>

/** Options of calls: `cloud.openapi({ appid }).wxacode.get(...)`. */
export interface OpenapiOptions {
  /** The mini program to call for, where it is not the function's own. */
  appid?: string
  /** False switches the conversion between camelCase and snake_case off, both ways. @default true */
  convertCase?: boolean
  version?: string
}

/** `cloud.openapi`: every name that the kit knows, and the same with options. */
export interface Openapi extends OpenapiNames {
  (options: OpenapiOptions): OpenapiNames
}
