/**
 * The HTTPS APIs of WeChat that service providers (third-party platforms) manage cloud functions with. For functions on
 * Node.js 18 or newer, and for scripts; never for a mini program, since it needs secrets.
 *
 * ```ts
 * const api = weChatApiFromEnvironment()
 * for await (const { name, status } of api.allCloudFunctions({ env: 'prod-1a2b3c' })) console.log(name, status)
 * ```
 *
 * Environment variables, read by `weChatApiFromEnvironment` only:
 * - `WECHAT_COMPONENT_APPID`, `WECHAT_COMPONENT_APPSECRET`, `WECHAT_COMPONENT_VERIFY_TICKET`: the third-party platform.
 *   WeChat pushes a new ticket every ten minutes; each is good for twelve hours.
 * - `WECHAT_COMPONENT_ACCESS_TOKEN`: instead of these three, a token that something else keeps fresh.
 * - `WECHAT_AUTHORIZER_APPID`, `WECHAT_AUTHORIZER_REFRESH_TOKEN`: the mini program whose functions are configured; or
 *   `WECHAT_AUTHORIZER_ACCESS_TOKEN`. Only `getFunctionConfig` and `uploadFunctionConfig` need them.
 * - `WECHAT_API_BASE_URL`: another server than https://api.weixin.qq.com, such as the local cloud's.
 *
 * @module
 */
export type { AccessToken } from './access-token'
export { type AuthorizerTokenOptions, authorizerAccessToken } from './authorizer-access-token'
export type { Bilingual } from './bilingual'
export type {
  CloudFunctionList,
  CloudFunctionListQuery,
  DeployedFunction,
  FunctionStatus,
  StatusReason,
} from './cloud-function-list'
export { type ComponentTokenOptions, componentAccessToken } from './component-access-token'
export { explainStatus, isFailed, isSettled } from './explain-status'
export { fixedAccessToken } from './fixed-access-token'
export { weChatApiFromEnvironment } from './from-environment'
export type { FunctionCode } from './function-code'
export type { FunctionConfigs, FunctionConfigType } from './function-config'
export { type CredentialKind, missingVariables } from './missing-variables'
export { createWeChatApi, type WeChatApi, type WeChatApiOptions } from './wechat-api'
export { WeChatApiError, type WeChatApiErrorKind } from './wechat-api-error'
