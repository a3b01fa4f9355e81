/**
 * The error codes that the service-provider pages list for these calls, with the words that WeChat's servers use.
 * https://developers.weixin.qq.com/doc/oplatform/openApi/cloudbase-batch/scf-mgnt/api_getcloudfunctionlist.html
 */
const TEXTS = {
  [-1]: 'system error',
  [-1000]: 'system error',
  40001: 'invalid credential, access_token is invalid or not latest',
  40013: 'invalid appid',
  40014: 'invalid access_token',
  40097: 'invalid args',
  40101: 'missing parameter',
  40125: 'invalid appsecret',
  41001: 'access_token missing',
  41004: 'appsecret missing',
  42001: 'access_token expired',
  43002: 'require POST method',
  44002: 'empty post data',
  45009: 'reach max api daily quota limit',
  47001: 'data format error',
  48001: 'api unauthorized',
  61004: 'access clientip is not registered',
  61005: 'component ticket is expired',
  61006: 'component ticket is invalid',
  61011: 'invalid component',
  61023: 'refresh_token is invalid',
  85088: 'no qbase privilege',
  85089: 'cloud call config not exist',
  [-501000]: 'Param Invalid: env check invalid be filterd',
} as const

export type ApiErrorCode = keyof typeof TEXTS

/** A refusal of an HTTPS API: becomes `{ errcode, errmsg }` with status 200. */
export class ApiError extends Error {
  override readonly name = 'ApiError'

  /** @param detail the kit's own words, put behind the platform's */
  constructor(
    readonly errcode: ApiErrorCode,
    detail = '',
  ) {
    super(detail ? `${TEXTS[errcode]} [local cloud: ${detail}]` : TEXTS[errcode])
  }
}
