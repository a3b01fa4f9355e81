import { MalformedRequest, type Openapi } from '../openapi'
import type { ActionHandler } from './action'
import { HttpProblem } from './http-problem'
import { ownWords, WireError } from './wire-error'

/** `wx.openApi`: who calls, and what they may call, comes from the cloud's own knowledge and not from the request. */
export function openapiActions(
  openapi: Openapi,
  { appid, permissionsOf }: { appid: string; permissionsOf(functionName: string): readonly string[] },
): ActionHandler {
  return async ({ action, params, functionName, call }) => {
    const { apiName, requestData } = params
    if (action === 'wx.wxPayApi')
      throw new WireError('INVALID_ACTION', ownWords('cloud.cloudPay is not imitated'))
    if (action !== 'wx.openApi')
      throw new WireError('INVALID_ACTION', ownWords(`there is no action ${action}`))
    if (typeof apiName !== 'string' || !(typeof requestData === 'string' || Buffer.isBuffer(requestData))) {
      throw new WireError('INVALID_PARAM', ownWords('an openapi call needs apiName and requestData'))
    }
    try {
      return openapi.answer({
        apiName,
        requestData,
        permissions: permissionsOf(functionName),
        source: call?.caller.source ?? '',
        functionName,
        openid: call?.caller.openid,
        appid,
      })
    } catch (error) {
      if (error instanceof MalformedRequest) throw new HttpProblem(400, error.message)
      throw error
    }
  }
}
