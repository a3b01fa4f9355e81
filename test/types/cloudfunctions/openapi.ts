// Each expression must compile, or fail where it says so: this file is compiled, never run.
import cloud, { openapi } from 'wx-server-sdk'

// A misspelt name is an error, at every level and in every form of call.
// @ts-expect-error: wxacode
cloud.openapi.wxaCode.getUnlimited({ scene: 'a' })
// @ts-expect-error: getUnlimited
cloud.openapi.wxacode.getUnlimted({ scene: 'a' })
// @ts-expect-error: uploadShippingInfo
cloud.openapi.wxa.sec.order.uploadShipingInfo({})
// @ts-expect-error: send
openapi({ appid: 'wx1' }).subscribeMessage.sent({})
// @ts-expect-error: appid
openapi({ appId: 'wx1' })
export const misspelt = {
  // @ts-expect-error: security
  ...cloud.openapi.securty,
}

// A name without exact types takes an object and gives one.
export async function loose(): Promise<unknown> {
  const { errCode, errMsg, list } = await cloud.openapi.analysis.getDailyRetain({ beginDate: '20260101' })
  await cloud.openapi.wxa.sec.order.getOrderList()
  await cloud.openapi({ appid: 'wx1', convertCase: false }).officialAccount.media.upload({ type: 'image' })
  // @ts-expect-error: what comes back is not known, so it must be looked at
  list.length
  // @ts-expect-error: an object
  await cloud.openapi.analysis.getDailyRetain('20260101')
  return [errCode satisfies 0, errMsg satisfies string]
}

export async function wxacode(): Promise<Buffer> {
  const { buffer, contentType } = await cloud.openapi.wxacode.getUnlimited({ scene: 'a', width: 280 })
  contentType satisfies string
  // @ts-expect-error: scene is required
  await cloud.openapi.wxacode.getUnlimited({ page: 'pages/home/home' })
  // @ts-expect-error: camelCase
  await cloud.openapi.wxacode.getUnlimited({ scene: 'a', env_version: 'trial' })
  // @ts-expect-error: one of three versions
  await cloud.openapi.wxacode.getUnlimited({ scene: 'a', envVersion: 'beta' })
  // @ts-expect-error: path, not page
  await cloud.openapi.wxacode.get({ page: 'pages/home/home' })
  // @ts-expect-error: a picture, not an answer
  await cloud.openapi.wxacode.get({ path: 'pages/home/home' }).then(({ url }) => url)
  return buffer
}

export async function security(openid: string): Promise<boolean> {
  const { result } = await cloud.openapi.security.msgSecCheck({ content: 'a', version: 2, scene: 2, openid })
  // @ts-expect-error: version 1 is over
  await cloud.openapi.security.msgSecCheck({ content: 'a' })
  // @ts-expect-error: there is no fifth scene
  await cloud.openapi.security.msgSecCheck({ content: 'a', version: 2, scene: 5, openid })
  // @ts-expect-error: 1 audio, 2 picture
  await cloud.openapi.security.mediaCheckAsync({ mediaUrl: 'a', mediaType: 3, version: 2, scene: 1, openid })
  // @ts-expect-error: pass, review or risky
  result.suggest === 'block'
  return result.suggest === 'pass'
}

export async function messages(touser: string): Promise<void> {
  const data = { thing1: { value: 'Tea' } }
  await cloud.openapi.subscribeMessage.send({ touser, templateId: 'a', data, miniprogramState: 'trial' })
  // @ts-expect-error: a value comes as { value }
  await cloud.openapi.subscribeMessage.send({ touser, templateId: 'a', data: { thing1: 'Tea' } })
  // @ts-expect-error: templateId
  await cloud.openapi.subscribeMessage.send({ touser, template_id: 'a', data })
  await cloud.openapi.customerServiceMessage.send({ touser, msgtype: 'text', text: { content: 'Tea' } })
  // @ts-expect-error: a text needs its text
  await cloud.openapi.customerServiceMessage.send({ touser, msgtype: 'text' })
}

export async function others(): Promise<string[]> {
  const { phoneInfo } = await cloud.openapi.phonenumber.getPhoneNumber({ code: 'a' })
  const { urlLink } = await cloud.openapi.urllink.generate({ expireType: 1, expireInterval: 30 })
  const { openlink } = await cloud.openapi.urlscheme.generate({ jumpWxa: { path: 'pages/home/home' } })
  // @ts-expect-error: code
  await cloud.openapi.phonenumber.getPhoneNumber({ openid: 'a' })
  // @ts-expect-error: 0 or 1
  await cloud.openapi.urllink.generate({ expireType: 2 })
  // @ts-expect-error: inside jumpWxa
  await cloud.openapi.urlscheme.generate({ path: 'pages/home/home' })
  return [phoneInfo.phoneNumber, urlLink, openlink]
}
