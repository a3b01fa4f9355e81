import type { RunningCall } from '../runtime/call-tokens'
import type { JsonObject } from './body'

/** One request of the SDK, once it is known to come from a function of this cloud. */
export interface ActionRequest {
  action: string
  params: JsonObject
  functionName: string
  /** The call during which the SDK asks; absent for what a function does outside of a call. */
  call: RunningCall | undefined
}

/** What an action answers: JSON with `data` or `transactionId`, or the bytes of an openapi reply. */
export type ActionReply = { data?: unknown; transactionId?: string } | Buffer

/** Carries out actions of one service. Failures are thrown, as `WireError` or as the service's own error. */
export type ActionHandler = (request: ActionRequest) => Promise<ActionReply>
