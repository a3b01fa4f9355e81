import type * as v from 'valibot'
import { admit, type CallerOf } from './admit'
import { type CallerKind, callerKinds, readCaller } from './caller'
import { cloud } from './cloud'
import type { CloudFunction } from './cloud-function'
import { FunctionError } from './function-error'
import { ownInput } from './own-input'
import { parseInput } from './parse-input'
import type { Reply } from './reply'

/** What a function is made of. */
export interface FunctionDefinition<
  Schema extends v.GenericSchema,
  Output,
  Kinds extends readonly CallerKind[],
> {
  /** What a caller may send. */
  input: Schema
  /** Does the work. Its result must survive JSON: it is what the caller gets. */
  handler: (input: v.InferOutput<Schema>, caller: CallerOf<Kinds>) => Output | Promise<Output>
  /**
   * Who may call. A timer or a function can come without an OPENID, so naming them makes `openid` optional.
   * @default ['user']
   */
  callers?: Kinds
}

/**
 * Makes the `main` of a cloud function: who calls, is it allowed, is the input right, run, reply.
 *
 * - Without an identity that the function accepts: the reply `unauthenticated`, or `permission-denied` if there is a
 *   user but users may not call.
 * - With a wrong input: the reply `invalid-argument`, which names the field.
 * - `FunctionError` from the handler: that reply.
 * - Any other error goes on to the platform unchanged, and reaches the caller as -504002.
 *
 * ```ts
 * export const main = defineFunction({
 *   input: v.strictObject({ name: v.string() }),
 *   handler: ({ name }, { openid }) => ({ greeting: `Hello ${name}`, openid }),
 * })
 * ```
 */
export function defineFunction<
  Schema extends v.GenericSchema,
  Output,
  const Kinds extends readonly CallerKind[] = readonly ['user'],
>(definition: FunctionDefinition<Schema, Output, Kinds>): CloudFunction<v.InferInput<Schema>, Output> {
  const { input: schema, handler, callers = ['user'] } = definition

  return async function main(event) {
    const caller = readCaller(cloud.getWXContext())
    try {
      admit(caller, callers)
      const input = parseInput(schema, ownInput(event, { byTimer: callerKinds(caller).has('timer') }))
      return { ok: true, data: await handler(input, caller as CallerOf<Kinds>) }
    } catch (error) {
      if (error instanceof FunctionError) return refusal(error)
      throw error
    }
  }
}

function refusal({ code, message, details }: FunctionError): Reply<never> {
  return { ok: false, error: details === undefined ? { code, message } : { code, message, details } }
}
