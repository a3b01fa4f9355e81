import { type Caller, type CallerKind, callerKinds, type UserCaller } from './caller'
import { FunctionError } from './function-error'

/** The caller as the handler sees it: with an OPENID for certain if only users may call. */
export type CallerOf<Kinds extends readonly CallerKind[]> = [Kinds[number]] extends ['user']
  ? UserCaller
  : Caller

/**
 * Lets the caller pass if it counts as one of `callers`.
 *
 * @throws {FunctionError} `unauthenticated` without an OPENID, `permission-denied` with one
 */
export function admit(caller: Caller, callers: readonly CallerKind[]): void {
  const kinds = callerKinds(caller)
  if (callers.some(kind => kinds.has(kind))) return
  const reason = `may be called by ${callers.join(', ')}; this call came from ${caller.source ?? 'an unknown source'}`
  throw caller.openid === undefined
    ? new FunctionError('unauthenticated', `Call without an OPENID refused: the function ${reason}`)
    : new FunctionError('permission-denied', `Call refused: the function ${reason}`)
}
