import type { Bilingual } from './bilingual'

const again: Bilingual = {
  en: 'Try again in a few seconds.',
  zh: '过几秒再试一次。',
}
const renewToken: Bilingual = {
  en: 'Get a new token from the API that issues it. If it was just renewed, something else has renewed it too: let one place keep it.',
  zh: '重新获取令牌。刚刚换过还报错，说明别处也在换：令牌要由一处统一保管。',
}
const checkFields: Bilingual = {
  en: 'Compare the fields of the request with the documentation of this API.',
  zh: '对照这个接口的文档，检查请求里的字段。',
}
const checkAppid: Bilingual = {
  en: 'Check WECHAT_COMPONENT_APPID: it is the AppID of the third-party platform, not of the mini program.',
  zh: '检查 WECHAT_COMPONENT_APPID：要填第三方平台的 AppID，不是小程序的。',
}
const checkSecret: Bilingual = {
  en: 'Check WECHAT_COMPONENT_APPSECRET: it must belong to WECHAT_COMPONENT_APPID.',
  zh: '检查 WECHAT_COMPONENT_APPSECRET 与 WECHAT_COMPONENT_APPID 是否配套。',
}
const newTicket: Bilingual = {
  en: 'Set WECHAT_COMPONENT_VERIFY_TICKET to the latest ticket: WeChat pushes one every ten minutes, good for twelve hours.',
  zh: '把 WECHAT_COMPONENT_VERIFY_TICKET 换成最新的 ticket：微信每十分钟推送一次，有效期十二小时。',
}
const unlisted: Bilingual = {
  en: 'This code is not on the page of the API; it may be one of cloud development: npm run kit -- explain CODE.',
  zh: '接口文档没有列出这个错误码，可能是云开发的：用 npm run kit -- explain 查一下。',
}

/**
 * What to do about each code that the pages of these APIs list, and about 40001 and 45009, which hold for every API.
 *
 * - https://developers.weixin.qq.com/doc/oplatform/openApi/cloudbase-batch/scf-mgnt/api_getcloudfunctionlist.html
 * - https://developers.weixin.qq.com/doc/oplatform/openApi/ticket-token/api_getcomponentaccesstoken
 * - https://developers.weixin.qq.com/doc/oplatform/Third-party_Platforms/2.0/api/cloudbase/common/getFuncConfig.html
 */
const advices = new Map<number, Bilingual>([
  [-1, again],
  [-1000, again],
  [40001, renewToken],
  [40013, checkAppid],
  [40014, renewToken],
  [40097, checkFields],
  [40101, checkFields],
  [40125, checkSecret],
  [41001, { en: 'Send a token with the call.', zh: '调用时要带上令牌。' }],
  [41004, checkSecret],
  [42001, renewToken],
  [43002, { en: 'Call the API with POST.', zh: '这个接口要用 POST 调用。' }],
  [44002, { en: 'Send a JSON body with the call.', zh: '请求体不能为空，要发送 JSON。' }],
  [
    45009,
    {
      en: "The day's quota of this API is used up: call less often, or wait for tomorrow.",
      zh: '这个接口当天的额度用完了：减少调用，或者等到明天。',
    },
  ],
  [
    47001,
    {
      en: 'The body is not JSON, or a required field such as "env" is missing: mend it and try again.',
      zh: '请求体不是 JSON，或者缺了 env 这样的必填字段，改好再试。',
    },
  ],
  [
    48001,
    {
      en: 'The account has no right to this API: see the permission sets of the third-party platform.',
      zh: '账号没有这个接口的权限：检查第三方平台的权限集。',
    },
  ],
  [
    61004,
    {
      en: 'Add the address of this server to the IP whitelist of the third-party platform.',
      zh: '把本机的出口 IP 加进第三方平台的 IP 白名单。',
    },
  ],
  [61005, newTicket],
  [61006, newTicket],
  [61011, checkAppid],
  [
    61023,
    {
      en: 'Check WECHAT_AUTHORIZER_REFRESH_TOKEN; if it is lost, the mini program must authorise the platform again.',
      zh: '检查 WECHAT_AUTHORIZER_REFRESH_TOKEN；丢了就只能让小程序重新授权。',
    },
  ],
  [
    85088,
    {
      en: 'Cloud development is not open for this app: open it, and call with the id of its environment.',
      zh: '这个应用还没有开通云开发：先开通，再用它的环境 ID 调用。',
    },
  ],
  [
    85089,
    {
      en: 'The function has no such configuration yet: upload one.',
      zh: '这个云函数还没有这项配置：先上传一份。',
    },
  ],
  [
    -501000,
    {
      en: 'Check the environment id: it must be one that this account may manage.',
      zh: '检查环境 ID：必须是这个账号管理的环境。',
    },
  ],
])

/** What to do about a code with which WeChat refused a call. */
export function errcodeAdvice(errcode: number): Bilingual {
  return advices.get(errcode) ?? unlisted
}

/** Whether a code says that the token is no good, so that a new one may help. */
export function isTokenErrcode(errcode: number | undefined): boolean {
  return errcode === 40001 || errcode === 40014 || errcode === 42001
}
