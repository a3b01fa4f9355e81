import type { FaultList } from '../faults/fault-list'
import { drawInjury } from '../faults/faults'
import type { BuiltFunction, BuiltFunctions } from '../functions/built-functions'
import type { RunningCall } from '../runtime/call-tokens'
import type { Caller } from '../runtime/caller'
import type { Invocation, InvocationResult, Runtime } from '../runtime/runtime'
import type { TimerEvent } from '../timers/timer-event'
import {
  type CallFailure,
  type CallTrace,
  envNotFound,
  failedOutcome,
  functionNotFound,
  injectedFailure,
  replyTooLarge,
  requestTooLarge,
} from './call-failure'
import { CALL_LIMITS } from './call-limits'
import { injectedNested, type NestedFailure, nestedNotFound, nestedOutcome } from './nested-failure'

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

/** A call as a function makes it. */
export interface NestedCall {
  name: string
  data: Record<string, unknown>
  caller: Caller
  /** The call during which the function makes it; absent for what a function does outside of a call. */
  madeBy: RunningCall | undefined
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
  /** By a fault, in place of a call that would have had this time limit. */
  | { kind: 'injected'; errCode: number; limitMs: number }
  | { kind: 'ended'; result: InvocationResult }

/** Calls functions for everybody who may: the mini program, timers, functions. */
export interface FunctionCalls {
  fromClient(call: ClientCall): Promise<ClientReply | CallFailure>
  fromTimer(name: string, event: TimerEvent, caller: Caller): Promise<ClientReply | CallFailure>
  fromFunction(call: NestedCall): Promise<CallEnd>
}

export function openFunctionCalls(options: FunctionCallsOptions): FunctionCalls {
  const { env, now, random } = options
  const run = (call: Call) => runCall(options, call)
  return {
    async fromClient({ name, data, caller, ...call }) {
      const startedAt = now()
      const trace = () => ({ startedAt, now: now(), random: random() })
      if (call.env !== undefined && call.env !== env) return envNotFound(trace())
      if (byteLength(data) > CALL_LIMITS.clientDataBytes) return requestTooLarge()
      return settle(await run({ name, event: eventOf(data, caller), caller }), trace)
    },
    async fromTimer(name, event, caller) {
      const startedAt = now()
      const end = await run({ name, event, caller, byTimer: true })
      return settle(end, () => ({ startedAt, now: now(), random: random() }))
    },
    fromFunction: ({ data, ...call }) => run({ ...call, event: eventOf(data, call.caller) }),
  }
}

interface Call extends Omit<Invocation, 'built' | 'event'> {
  name: string
  event: unknown
}

async function runCall(options: FunctionCallsOptions, { name, event, ...call }: Call): Promise<CallEnd> {
  const { functions, runtime, faults, random, sleep, notice } = options
  const { delayMs, failure } = drawInjury(faults.current(), name, random)
  if (delayMs > 0) notice(`fault: a call of ${name} takes ${delayMs} ms longer`)
  if (failure)
    notice(`fault: a call of ${name} fails with ${failure.kind === 'code' ? failure.errCode : 'a time-out'}`)
  if (delayMs > 0) await sleep(delayMs)
  const built = functions.find(name)
  if (!built) return { kind: 'missing' }
  const limitMs = options.timeLimitMs(built)
  if (failure?.kind === 'code') return { kind: 'injected', errCode: failure.errCode, limitMs }
  if (failure?.kind === 'timeout') {
    await sleep(limitMs)
    return { kind: 'ended', result: { requestId: options.newId(), outcome: { kind: 'timeout', limitMs } } }
  }
  const result = await runtime.invoke({ ...call, built, event: JSON.stringify(event) })
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
export function endForFunction(end: CallEnd): { json: string } | NestedFailure {
  if (end.kind === 'missing') return nestedNotFound()
  if (end.kind === 'injected') return injectedNested(end.errCode, end.limitMs)
  const { outcome } = end.result
  return outcome.kind === 'reply' ? { json: outcome.json } : nestedOutcome(outcome)
}

function byteLength(data: unknown): number {
  return Buffer.byteLength(JSON.stringify(data))
}
