/** What WeChat's API answers, before it is put into a message. */
export type Reply =
  | { readonly kind: 'json'; readonly fields: Readonly<Record<string, unknown>> }
  | { readonly kind: 'file'; readonly contentType: string; readonly content: Buffer }
  | Failure

export interface Failure {
  readonly kind: 'failure'
  readonly errcode: number
  /** As documented or seen for that code; the server adds ` rid: ...` to it. */
  readonly errmsg: string
  /** The kit's own words on what is wrong; they are marked as such in the reply. */
  readonly hint: string
}

/** @param fields in snake_case, beside `errcode` and `errmsg` */
export function ok(fields: Readonly<Record<string, unknown>> = {}): Reply {
  return { kind: 'json', fields }
}

export function failure(errcode: number, errmsg: string, hint: string): Failure {
  return { kind: 'failure', errcode, errmsg, hint }
}

/** The general codes, from https://developers.weixin.qq.com/doc/oplatform/developers/errCode/ */
export const invalidOpenid = (hint: string) => failure(40003, 'invalid openid', hint)
export const dataFormatError = (hint: string) => failure(47001, 'data format error', hint)

/** For a fault whose code the call's page does not give: the general one, and the reply says so. */
export const undocumented = (hint: string) =>
  dataFormatError(`${hint}; which code the platform gives for this is undocumented`)
