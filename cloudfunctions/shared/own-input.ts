/**
 * What the caller sent, without what the platform put beside it.
 *
 * - A call with a user carries `userInfo: { appId, openId }`, documented at
 *   https://developers.weixin.qq.com/miniprogram/dev/wxcloud/guide/functions/userinfo.html , and `tcbContext`, which
 *   is undocumented but seen in public code. Both names are therefore of no use as fields of an input.
 * - A timer sends `{ Type, TriggerName, Time, Message }` and nothing of ours, so its input is `{}`.
 *   https://tencentcloud.com/zh/document/product/583/31439
 */
export function ownInput(event: unknown, { byTimer }: { byTimer: boolean }): unknown {
  if (byTimer || event === undefined || event === null) return {}
  if (typeof event !== 'object' || Array.isArray(event)) return event
  const { userInfo, tcbContext, ...own } = event as Record<string, unknown>
  return own
}
