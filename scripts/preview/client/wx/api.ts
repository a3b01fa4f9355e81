/** What every asynchronous API of `wx` takes beside its own options. */
export interface Callbacks {
  success?(result: object): void
  fail?(error: object): void
  complete?(result: object): void
}

export type Options = Callbacks & Record<string, unknown>

/** Why an API failed: what stands behind `NAME:fail `, and what else the error carries. */
export class ApiFailure extends Error {
  override readonly name = 'ApiFailure'

  constructor(
    reason: string,
    readonly fields: Readonly<Record<string, unknown>> = {},
  ) {
    super(reason)
  }
}

/**
 * An API in both of its documented forms: with `success`, `fail` or `complete` it returns nothing, without them a
 * promise. What `run` resolves with gets `errMsg: 'NAME:ok'`; a failure is `{ errMsg: 'NAME:fail REASON' }`.
 */
export function asyncApi(name: string, run: (options: Options) => unknown) {
  return (options: Options = {}): Promise<object> | undefined => {
    const done = settle(name, run, options)
    if (!hasCallbacks(options)) return done
    answer(done, options)
    return undefined
  }
}

export function hasCallbacks({ success, fail, complete }: Callbacks): boolean {
  return [success, fail, complete].some(callback => typeof callback === 'function')
}

/** Calls the callbacks. What they throw is the page's own error, and nobody's here. */
export function answer(done: Promise<object>, { success, fail, complete }: Callbacks): void {
  done.then(
    result => {
      queueMicrotask(() => complete?.(result))
      success?.(result)
    },
    error => {
      queueMicrotask(() => complete?.(error))
      fail?.(error)
    },
  )
}

/** @returns a promise of the result with its `errMsg`; rejects with the object that `fail` gets */
export async function settle(
  name: string,
  run: (options: Options) => unknown,
  options: Options,
): Promise<object> {
  try {
    const result = (await run(options)) as object | undefined
    return { errMsg: `${name}:ok`, ...result }
  } catch (error) {
    throw failureOf(name, error)
  }
}

/** What `fail` gets for something that was thrown. */
export function failureOf(name: string, error: unknown): object {
  if (error instanceof ApiFailure) return { errMsg: `${name}:fail ${error.message}`, ...error.fields }
  return { errMsg: `${name}:fail ${error instanceof Error ? error.message : String(error)}` }
}

/** An option that must be a text. @throws ApiFailure in the words of the base library */
export function textOption(options: Options, name: string): string {
  const value = options[name]
  if (typeof value === 'string' && value !== '') return value
  const got =
    value === undefined || value === null ? 'Undefined' : value === '' ? 'empty String' : typeof value
  throw new ApiFailure(`parameter error: parameter.${name} should be String instead of ${got};`)
}
