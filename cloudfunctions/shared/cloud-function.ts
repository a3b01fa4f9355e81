import type { JsonOf } from './json-of'
import type { Reply } from './reply'

/**
 * The `main` of a cloud function.
 *
 * `event` is typed as what a caller may send. At run time it can be anything, with the platform's own fields added;
 * `defineFunction` checks it.
 */
export type CloudFunction<Input, Output> = (event: Input) => Promise<Reply<Output>>

/** With the context of the platform, which a function may take as its second parameter. */
// biome-ignore lint/suspicious/noExplicitAny: `any` is what lets every function match here
type Main<Input, Output> = (event: Input, context: any) => Promise<Reply<Output>>

/** What a caller sends and gets, read off a function's `main`. Only the mini program's types depend on it. */
// biome-ignore lint/suspicious/noExplicitAny: `any` is what lets every function match here
export type SignatureOf<Function extends Main<any, any>> =
  Function extends Main<infer Input, infer Output> ? { input: Input; output: JsonOf<Output> } : never
