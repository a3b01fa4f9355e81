/**
 * Sizes of a call, in bytes of JSON.
 *
 * - `data` from the mini program: https://developers.weixin.qq.com/miniprogram/dev/wxcloud/reference-sdk-api/functions/Cloud.callFunction.html
 * - the reply to the mini program: https://docs.cloudbase.net/error-code/EXCEED_MAX_RESPONSE_SIZE
 * - event and reply between functions: https://cloud.tencent.com/document/product/583/11637
 */
export const CALL_LIMITS = {
  clientDataBytes: 100 * 1024,
  clientReplyBytes: 1024 * 1024,
  functionDataBytes: 6 * 1024 * 1024,
  functionReplyBytes: 6 * 1024 * 1024,
  /** Functions that call functions that call ...: the platform's limit is undocumented, an endless chain helps nobody. */
  nestedCalls: 10,
} as const
