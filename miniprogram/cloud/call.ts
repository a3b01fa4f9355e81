import { cloudClient } from './client'
import { createCall } from './create-call'
import { cloudState } from './init'

export type { CallOptions, FunctionName } from './create-call'

/**
 * Calls a cloud function, with the types of the function itself.
 *
 * ```ts
 * const { fileID } = await call('qrcode', { scene: 'a=1' }, { idempotent: true, retries: 2 })
 * ```
 *
 * Rejects with a `CloudError`, whatever happens: a refusal by the function, a failure of the platform, no answer in
 * time, no environment.
 * https://developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloud/reference-sdk-api/functions/Cloud.callFunction.md
 */
export const call = createCall({
  cloudState,
  callFunction: request => cloudClient().callFunction(request),
  setTimeout: (run, ms) => setTimeout(run, ms),
  clearTimeout: timer => clearTimeout(timer),
  random: Math.random,
  setBusy(busy) {
    // Refused while no page is shown, which is of no interest.
    if (busy) wx.showNavigationBarLoading({ fail() {} })
    else wx.hideNavigationBarLoading({ fail() {} })
  },
})
