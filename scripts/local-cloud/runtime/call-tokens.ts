import type { AwaitedCalls } from './awaited-calls'
import type { Caller } from './caller'

/** A call that runs, or has run a moment ago. */
export interface RunningCall {
  requestId: string
  functionName: string
  caller: Caller
  awaited: AwaitedCalls
}

/** Knows which call a token belongs to. */
export interface CallTokens {
  add(token: string, call: RunningCall): void
  /** The call has ended. What it left running may still use the token for a while. */
  end(token: string): void
  find(token: string): RunningCall | undefined
}

const KEPT_AFTER_THE_END = 1000

export function openCallTokens(): CallTokens {
  const calls = new Map<string, RunningCall>()
  const ended: string[] = []
  return {
    add: (token, call) => void calls.set(token, call),
    end(token) {
      ended.push(token)
      const oldest = ended.length > KEPT_AFTER_THE_END ? ended.shift() : undefined
      if (oldest !== undefined) calls.delete(oldest)
    },
    find: token => calls.get(token),
  }
}
