/**
 * What the SDK puts into every answer of an openapi that worked. A non-zero `errcode` of the HTTPS API is thrown
 * instead, as a `CloudSdkError` with that code in `errCode`; the names of the answer's other fields come in camelCase.
 */
export interface OpenapiReply {
  errCode: 0
  /** Such as `openapi.wxacode.get:ok`. */
  errMsg: string
}
