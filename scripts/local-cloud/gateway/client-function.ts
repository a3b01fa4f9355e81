import type { Hono } from 'hono'
import { type ErrCodeStyle, styled } from '../calls/call-failure'
import { CALL_LIMITS } from '../calls/call-limits'
import { type ClientReply, type FunctionCalls, isFailure } from '../calls/function-calls'
import { isObject, readJson } from './body'
import { clientCaller, type DefaultUser } from './client-identity'
import { HttpProblem } from './http-problem'
import type { GatewayContext, GatewayEnv } from './types'

/** Far above what a call may hold, so that a call that is too large gets the answer it would get in the cloud. */
const MAX_BODY_BYTES = 50 * CALL_LIMITS.clientDataBytes

export interface ClientFunctionOptions {
  calls: FunctionCalls
  user: DefaultUser
  errCodes: ErrCodeStyle
}

/**
 * `POST /client/callFunction` with `{ name, data, config: { env } }`, as the arguments of `wx.cloud.callFunction`.
 *
 * Answers with status 200 and what `success` or `fail` receives: `{ result, requestID, errMsg }`, or
 * `{ errCode, errMsg }`. `X-Local-ErrCode: exact | minus-one` chooses how `errCode` is filled.
 */
export function clientFunctionRoute(
  app: Hono<GatewayEnv>,
  { calls, user, errCodes }: ClientFunctionOptions,
): void {
  app.post('/client/callFunction', async context => {
    const caller = clientCaller(context, user)
    const { name, data = {}, config = {} } = await readJson(context, MAX_BODY_BYTES)
    if (typeof name !== 'string')
      throw new HttpProblem(400, '"name" must be a string: the name of a function')
    if (!isObject(data)) throw new HttpProblem(400, '"data" must be an object')
    const env = isObject(config) ? config.env : undefined
    if (env !== undefined && typeof env !== 'string')
      throw new HttpProblem(400, '"config.env" must be a string')
    const answer = await calls.fromClient({ name, data, caller, ...(env === undefined ? {} : { env }) })
    const style = context.req.header('x-local-errcode') ?? errCodes
    if (isFailure(answer)) return context.json(styled(answer, style === 'minus-one' ? style : 'exact'))
    return successReply(context, answer)
  })
}

/** What `success` receives. The result is JSON already; it goes through as the function made it. */
export function successReply(context: GatewayContext, { result, requestID }: ClientReply): Response {
  const json = `{"result":${result},"requestID":${JSON.stringify(requestID)},"errMsg":"cloud.callFunction:ok"}`
  return context.body(json, 200, { 'Content-Type': 'application/json; charset=utf-8' })
}
