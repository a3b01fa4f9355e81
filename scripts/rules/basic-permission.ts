/**
 * The four basic permissions of a collection by their tags, each with the rule it stands for.
 *
 * They are not quite those rules: see `guard-basic.ts` for what the platform adds by itself.
 * https://developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloud/guide/database/security-rules.md
 * https://docs.cloudbase.net/api-reference/manager/node/rule
 */
export const BASIC_PERMISSIONS = {
  READONLY: 'everybody reads, the creator writes',
  PRIVATE: 'the creator reads and writes',
  ADMINWRITE: 'everybody reads, only functions and the console write',
  ADMINONLY: 'only functions and the console read and write',
} as const

export type BasicPermission = keyof typeof BASIC_PERMISSIONS

/** Whether a text is one of the four tags. */
export function isBasicPermission(text: unknown): text is BasicPermission {
  return typeof text === 'string' && Object.hasOwn(BASIC_PERMISSIONS, text)
}
