import type { FaultList } from '../faults/fault-list'
import { drawInjury } from '../faults/faults'
import type { BuiltFunction, BuiltFunctions } from '../functions/built-functions'
import type { Caller } from '../runtime/caller'
import { outcomeText } from '../runtime/outcome'
import type { InvocationResult, Runtime } from '../runtime/runtime'
import type { TimerEvent } from '../timers/timer-event'
import {
  type CallFailure,
  type CallTrace,
  envNotFound,
  FUNCTION_NOT_FOUND_TEXT,
  failedOutcome,
  functionNotFound,
  injectedFailure,
  replyTooLarge,
  requestTooLarge,
} from './call-failure'
import { CALL_LIMITS } from './call-limits'

export interface FunctionCallsOptions {
  env: string
  functions: BuiltFunctions
  runtime: Pick<Runtime, 'invoke'>
  faults: Pick<FaultList, 'current'>
  timeLimitMs(built: BuiltFunction): number
  now(): number
  random(): number
  newId(): string
  sleep(ms: number): Promise<void>
  /** Told of each fault that hits. */
  notice(text: string): void
}

/** A call as `wx.cloud.callFunction` makes it. */
export interface ClientCall {
  name: string
  data: Record<string, unknown>
  /** The environment that the client was initialised with; absent for the default one. */
  env?: string
  caller: Caller
}

/** A reply of a function; `result` is JSON, as the function made it. */
export interface ClientReply {
  result: string
  requestID: string
}

/** Whether an answer is what `fail` receives. */
export function isFailure(answer: ClientReply | CallFailure): answer is CallFailure {
  return 'errCode' in answer
}

/** How a call ended, whoever made it. */
export type CallEnd =
  | { kind: 'missing' }
  | { kind: 'injected'; errCode: number }
  | { kind: 'ended'; result: InvocationResult }

/** Calls functions for everybody who may: the mini program, timers, functions. */
export interface FunctionCalls {
  fromClient(call: ClientCall): Promise<ClientReply | CallFailure>
  fromTimer(name: string, event: TimerEvent, caller: Caller): Promise<ClientReply | CallFailure>
  fromFunction(name: string, data: Record<string, unknown>, caller: Caller): Promise<CallEnd>
}

export function openFunctionCalls(options: FunctionCallsOptions): FunctionCalls {
  const { env, now, random } = options
  const run = (name: string, event: unknown, caller: Caller, byTimer = false) =>
    runCall(options, name, event, caller, byTimer)
  return {
    async fromClient({ name, data, caller, ...call }) {
      const startedAt = now()
      const trace = () => ({ startedAt, now: now(), random: random() })
      if (call.env !== undefined && call.env !== env) return envNotFound(trace())
      if (byteLength(data) > CALL_LIMITS.clientDataBytes) return requestTooLarge()
      return settle(await run(name, eventOf(data, caller), caller), trace)
    },
    async fromTimer(name, event, caller) {
      const startedAt = now()
      return settle(await run(name, event, caller, true), () => ({ startedAt, now: now(), random: random() }))
    },
    fromFunction: (name, data, caller) => run(name, eventOf(data, caller), caller),
  }
}

async function runCall(
  options: FunctionCallsOptions,
  name: string,
  event: unknown,
  caller: Caller,
  byTimer: boolean,
): Promise<CallEnd> {
  const { functions, runtime, faults, random, sleep, notice } = options
  const { delayMs, failure } = drawInjury(faults.current(), name, random)
  if (delayMs > 0) notice(`fault: a call of ${name} takes ${delayMs} ms longer`)
  if (failure)
    notice(`fault: a call of ${name} fails with ${failure.kind === 'code' ? failure.errCode : 'a time-out'}`)
  if (delayMs > 0) await sleep(delayMs)
  const built = functions.find(name)
  if (!built) return { kind: 'missing' }
  if (failure?.kind === 'code') return { kind: 'injected', errCode: failure.errCode }
  if (failure?.kind === 'timeout') {
    const limitMs = options.timeLimitMs(built)
    await sleep(limitMs)
    return { kind: 'ended', result: { requestId: options.newId(), outcome: { kind: 'timeout', limitMs } } }
  }
  const result = await runtime.invoke({ built, event: JSON.stringify(event), caller, byTimer })
  return { kind: 'ended', result }
}

function settle(end: CallEnd, trace: () => CallTrace): ClientReply | CallFailure {
  if (end.kind === 'missing') return functionNotFound(trace())
  if (end.kind === 'injected') return injectedFailure(end.errCode)
  const { requestId, outcome } = end.result
  if (outcome.kind !== 'reply') return failedOutcome(outcome)
  if (Buffer.byteLength(outcome.json) > CALL_LIMITS.clientReplyBytes) return replyTooLarge()
  return { result: outcome.json, requestID: requestId }
}

/**
 * The event of a call that has a user: what the caller sent, and who it is. `userInfo` cannot be set by the caller.
 * https://developers.weixin.qq.com/miniprogram/dev/wxcloud/guide/functions/userinfo.html
 */
export function eventOf(data: Record<string, unknown>, { appid, openid }: Caller): Record<string, unknown> {
  return openid === undefined ? data : { ...data, userInfo: { appId: appid, openId: openid } }
}

/** An end in the words of a function that called: the reply as JSON, or string code and message as the SDK gets them. */
export function endForFunction(
  end: CallEnd,
): { json: string } | { code: FunctionFailureCode; message: string } {
  if (end.kind === 'missing') return { code: 'FUNCTION_NOT_FOUND', message: FUNCTION_NOT_FOUND_TEXT }
  if (end.kind === 'injected') {
    return { code: 'FUNCTIONS_REQUEST_FAIL', message: injectedFailure(end.errCode).errMsg }
  }
  const { outcome } = end.result
  if (outcome.kind === 'reply') return { json: outcome.json }
  const code = outcome.kind === 'timeout' ? 'FUNCTIONS_TIME_LIMIT_EXCEEDED' : 'FUNCTIONS_EXECUTE_FAIL'
  return { code, message: outcomeText(outcome) }
}

/** https://docs.cloudbase.net/error-code/basic */
export type FunctionFailureCode =
  | 'FUNCTION_NOT_FOUND'
  | 'FUNCTIONS_EXECUTE_FAIL'
  | 'FUNCTIONS_REQUEST_FAIL'
  | 'FUNCTIONS_TIME_LIMIT_EXCEEDED'

function byteLength(data: unknown): number {
  return Buffer.byteLength(JSON.stringify(data))
}
