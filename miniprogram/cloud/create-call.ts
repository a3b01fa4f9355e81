import type { Contract } from '../../cloudfunctions/contract'
import { isReply, kitError, toCloudError } from './cloud-error'
import type { KitErrorCode } from './error-codes'
import type { CloudState } from './init'

export type FunctionName = keyof Contract

export type CallOptions = {
  /** Milliseconds to wait for one attempt. @default 20000 */
  timeout?: number
  /** Without the loading sign in the navigation bar. @default false */
  silent?: boolean
} & (
  | {
      /** Running it twice does no harm. Only such calls are repeated. */
      idempotent: true
      /** Further attempts after a transient error. @default 0 */
      retries?: number
    }
  | { idempotent?: false; retries?: never }
)

/** A function that takes no input is called with its name alone. */
type CallArguments<Input> =
  Record<string, never> extends Input
    ? [input?: Input, options?: CallOptions]
    : [input: Input, options?: CallOptions]

export type Call = <Name extends FunctionName>(
  name: Name,
  ...args: CallArguments<Contract[Name]['input']>
) => Promise<Contract[Name]['output']>

interface Answer {
  result?: unknown
  requestID?: string
}

/** What a call needs of the phone. */
export interface CallHost {
  cloudState(): CloudState
  callFunction(request: {
    name: string
    data: object
    success(answer: Answer): void
    fail(error: unknown): void
  }): void
  setTimeout(run: () => void, ms: number): number
  clearTimeout(timer: number): void
  /** From 0 up to 1. */
  random(): number
  /** At least one call that is not silent is under way, or none any more. */
  setBusy(busy: boolean): void
}

/** Makes `call`. Its promise is rejected with a `CloudError` and nothing else. */
export function createCall(host: CallHost): Call {
  let underWay = 0

  function count(change: 1 | -1): void {
    const wasBusy = underWay > 0
    underWay += change
    if (underWay > 0 !== wasBusy) host.setBusy(underWay > 0)
  }

  return async (name, ...args) => {
    const input = args[0] ?? {}
    const options = args[1] ?? {}
    const { timeout = 20_000, silent = false } = options
    const retries = options.idempotent ? (options.retries ?? 0) : 0
    if (!silent) count(1)
    try {
      for (let attempt = 0; ; attempt++) {
        try {
          return (await callOnce(host, name, input, timeout)) as never
        } catch (thrown) {
          const error = toCloudError(thrown, { functionName: name })
          if (!error.transient || attempt >= retries) throw error
          await pause(host, backoff(attempt, host.random()))
        }
      }
    } finally {
      if (!silent) count(-1)
    }
  }
}

async function callOnce(host: CallHost, name: FunctionName, data: object, timeout: number): Promise<unknown> {
  const state = host.cloudState()
  if (!state.ok) throw state.error
  const refuse = (code: KitErrorCode, message: string) => kitError(code, message, { functionName: name })
  let timer: number | undefined
  try {
    const { result, requestID } = await new Promise<Answer>((resolve, reject) => {
      const late = () =>
        reject(refuse('timeout', `Cannot wait longer for "${name}": no answer after ${timeout} ms`))
      timer = host.setTimeout(late, timeout)
      host.callFunction({ name, data, success: resolve, fail: reject })
    })
    if (!isReply(result)) throw refuse('bad-reply', `Cannot read the answer of "${name}": ${shortly(result)}`)
    if (!result.ok) throw toCloudError(result, { functionName: name, requestId: requestID })
    return result.data
  } finally {
    if (timer !== undefined) host.clearTimeout(timer)
  }
}

/** Doubles from half a second up to eight; half of it by chance, so that many phones do not come back at once. */
function backoff(attempt: number, random: number): number {
  const full = Math.min(8_000, 500 * 2 ** attempt)
  return full / 2 + (full / 2) * random
}

function pause(host: CallHost, ms: number): Promise<void> {
  return new Promise(resolve => {
    host.setTimeout(resolve, ms)
  })
}

function shortly(result: unknown): string {
  return (JSON.stringify(result) ?? 'undefined').slice(0, 200)
}
