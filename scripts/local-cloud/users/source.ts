/**
 * Where a call can say that it comes from. `scf` and `wx_trigger` are missing: only the cloud itself may say those.
 * https://developers.weixin.qq.com/minigame/dev/wxcloud/reference-sdk-api/utils/Cloud.getWXContext.md
 */
export const CLIENT_SOURCES = ['wx_client', 'wx_devtools', 'wx_http', 'wx_unknown'] as const

export type ClientSource = (typeof CLIENT_SOURCES)[number]

export const DEFAULT_SOURCE: ClientSource = 'wx_client'

export function isClientSource(text: unknown): text is ClientSource {
  return CLIENT_SOURCES.some(source => source === text)
}
