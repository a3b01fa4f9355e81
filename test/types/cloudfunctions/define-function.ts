// What a handler gets, and what `main` takes. This file is compiled, never run.
import * as v from 'valibot'
import type { SignatureOf } from '../../../cloudfunctions/shared/cloud-function'
import { defineFunction } from '../../../cloudfunctions/shared/define-function'
import { FunctionError } from '../../../cloudfunctions/shared/function-error'
import { noInput } from '../../../cloudfunctions/shared/no-input'
import type { Reply } from '../../../cloudfunctions/shared/reply'
import type { Equal, Expect } from '../expect'

const input = v.strictObject({ n: v.optional(v.number(), 1), at: v.pipe(v.string(), v.isoDate()) })
const main = defineFunction({
  input,
  handler: ({ n, at }, { openid }) => ({ n, when: new Date(at), openid }),
})
type Signature = SignatureOf<typeof main>
export type InputIsWhatMayBeSent = Expect<Equal<Signature['input'], { n?: number | undefined; at: string }>>
export type OutputIsWhatJsonLeaves = Expect<
  Equal<Signature['output'], { n: number; when: string; openid: string }>
>

// a function that came from elsewhere, with the context of the platform
declare const other: (event: { a: string }, context: { request_id: string }) => Promise<Reply<{ b: Date }>>
export type ContextIsNoInput = Expect<
  Equal<SignatureOf<typeof other>, { input: { a: string }; output: { b: string } }>
>

defineFunction({ input: noInput, handler: (_, { openid }) => openid.length })
// @ts-expect-error: a timer has no OPENID
defineFunction({ input: noInput, callers: ['user', 'timer'], handler: (_, { openid }) => openid.length })
// @ts-expect-error: a function may act for nobody
defineFunction({ input: noInput, callers: ['function'], handler: (_, { openid }) => openid.length })
// @ts-expect-error: user, timer or function
defineFunction({ input: noInput, callers: ['admin'], handler: () => 1 })
// @ts-expect-error: the schema has no such field
defineFunction({ input, handler: ({ m }) => m })

new FunctionError('not-found', 'Cannot read "a": it does not exist')
// @ts-expect-error: the codes are a closed list
new FunctionError('missing', 'Cannot read "a": it does not exist')
