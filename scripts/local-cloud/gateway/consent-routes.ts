import type { Hono } from 'hono'
import type { Openapi } from '../openapi'
import { readJson } from './body'
import { clientCaller, type DefaultUser } from './client-identity'
import { HttpProblem } from './http-problem'
import type { GatewayEnv } from './types'

const MAX_BODY_BYTES = 16 * 1024
/** https://developers.weixin.qq.com/miniprogram/dev/api/open-api/subscribe-message/wx.requestSubscribeMessage.html */
const MAX_TEMPLATES = 5

/**
 * What the user of a preview agreed to; on a phone, WeChat itself knows.
 *
 * - `POST /local/subscription` with `{ templateIds }`: to one further message of each template.
 * - `POST /local/phone-code` with `{ phoneNumber }`, digits without the country's code: to hand out this number.
 *   Answers `{ code }`, for `phonenumber.getPhoneNumber`.
 */
export function consentRoutes(
  app: Hono<GatewayEnv>,
  { subscriptions, phoneCodes }: Pick<Openapi, 'subscriptions' | 'phoneCodes'>,
  user: DefaultUser,
): void {
  app.post('/local/subscription', async context => {
    const { openid } = clientCaller(context, user)
    const { templateIds } = await readJson(context, MAX_BODY_BYTES)
    if (!isTemplateIds(templateIds))
      throw new HttpProblem(400, `"templateIds" must be an array of 1 to ${MAX_TEMPLATES} ids`)
    for (const id of new Set(templateIds)) subscriptions.add(openid, id)
    return context.json({})
  })
  app.post('/local/phone-code', async context => {
    const { openid } = clientCaller(context, user)
    const { phoneNumber } = await readJson(context, MAX_BODY_BYTES)
    if (typeof phoneNumber !== 'string' || !/^\d{5,15}$/.test(phoneNumber))
      throw new HttpProblem(400, '"phoneNumber" must be a string of 5 to 15 digits')
    return context.json({ code: phoneCodes.issue(openid, { purePhoneNumber: phoneNumber }) })
  })
}

function isTemplateIds(value: unknown): value is string[] {
  if (!Array.isArray(value) || value.length === 0 || value.length > MAX_TEMPLATES) return false
  return value.every(id => typeof id === 'string' && id.length >= 1 && id.length <= 64)
}
