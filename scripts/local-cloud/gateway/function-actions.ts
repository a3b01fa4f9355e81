import { CALL_LIMITS } from '../calls/call-limits'
import { endForFunction, type FunctionCalls } from '../calls/function-calls'
import { type Caller, callDepth, calledByFunction } from '../runtime/caller'
import type { ActionHandler } from './action'
import { isObject, type JsonObject, tryParseJson } from './body'
import { ownWords, WireError } from './wire-error'

/**
 * `functions.invokeFunction`: a function calls a function, for the same user.
 *
 * @param noCaller who calls when a function does so outside of a call
 */
export function functionActions(calls: FunctionCalls, noCaller: Caller): ActionHandler {
  return async ({ action, params, call }) => {
    if (action !== 'functions.invokeFunction') {
      throw new WireError('INVALID_ACTION', ownWords(`there is no action ${action}`))
    }
    const { function_name: name, request_data: requestData } = params
    if (typeof name !== 'string')
      throw new WireError('INVALID_PARAM', ownWords('function_name must be a string'))
    const caller = calledByFunction(call?.caller ?? noCaller)
    if (callDepth(caller) > CALL_LIMITS.nestedCalls) {
      const text = `functions call each other more than ${CALL_LIMITS.nestedCalls} deep: ${caller.source}`
      throw new WireError('FUNCTIONS_REQUEST_FAIL', ownWords(text))
    }
    const data = readData(requestData)
    const end = endForFunction(await calls.fromFunction({ name, data, caller, madeBy: call }))
    if ('code' in end) throw new WireError(end.code, end.message)
    if (Buffer.byteLength(end.json) > CALL_LIMITS.functionReplyBytes) {
      throw new WireError('FUNCTIONS_EXECUTE_FAIL', ownWords('the reply is larger than 6 MB'))
    }
    return { data: { response_data: end.json } }
  }
}

function readData(requestData: unknown): JsonObject {
  if (requestData === undefined || requestData === '') return {}
  const text = typeof requestData === 'string' ? requestData : ''
  if (Buffer.byteLength(text) > CALL_LIMITS.functionDataBytes) {
    throw new WireError('EXCEED_REQUEST_SIZE_LIMIT', ownWords('the event is larger than 6 MB'))
  }
  const data = tryParseJson(text)
  if (!isObject(data))
    throw new WireError('INVALID_PARAM', ownWords('request_data must be a JSON object in a string'))
  return data
}
