/** What the SDK throws: its own class, which it does not export. */
export interface CloudSdkError extends Error {
  /** A code of the platform, such as -604101, or of the openapi, such as 40169; -1 where the SDK knows none. */
  errCode: number
  /** Such as `openapi.wxacode.getUnlimited:fail invalid page rid: ...`. */
  errMsg: string
}

/**
 * Tells an error of the SDK from others.
 * https://developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloud/reference/errcode
 */
export function isCloudSdkError(error: unknown): error is CloudSdkError {
  return (
    error instanceof Error &&
    'errCode' in error &&
    typeof error.errCode === 'number' &&
    'errMsg' in error &&
    typeof error.errMsg === 'string'
  )
}
