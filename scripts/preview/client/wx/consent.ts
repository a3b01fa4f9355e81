import type { Phone } from '../phone'
import { ApiFailure, asyncApi } from './api'
import type { LocalCloud } from './network/local-cloud'
import { showDialog } from './ui/dialog'

/** https://developers.weixin.qq.com/miniprogram/dev/api/open-api/subscribe-message/wx.requestSubscribeMessage.html */
const MAX_TEMPLATES = 5

/** What the user agrees to: subscribe messages, and to hand out a phone number. The local cloud is told of it. */
export function consentApis(phone: Phone, cloud: LocalCloud) {
  return {
    apis: {
      requestSubscribeMessage: asyncApi('requestSubscribeMessage', async ({ tmplIds }) => {
        if (!Array.isArray(tmplIds) || tmplIds.length === 0)
          throw new ApiFailure("templateIds is empty or isn't an array", { errCode: 10001 })
        if (tmplIds.length > MAX_TEMPLATES)
          throw new ApiFailure(`at most ${MAX_TEMPLATES} templates in one request`, { errCode: 20003 })
        const templateIds = tmplIds.map(String)
        const isGiven = await showDialog(phone.overlay, {
          title: '订阅消息',
          content: `小程序申请向你发送：\n${templateIds.join('\n')}`,
          buttons: [
            { text: '拒绝', answer: false },
            { text: '允许', answer: true },
          ],
          cancel: false,
        })
        if (isGiven) await cloud.post('/local/subscription', { templateIds })
        return Object.fromEntries(templateIds.map(id => [id, isGiven ? 'accept' : 'reject']))
      }),
    },
    /** https://developers.weixin.qq.com/miniprogram/dev/framework/open-ability/getPhoneNumber.html */
    async requestPhoneNumber(): Promise<{ errMsg: string; code?: string }> {
      const phoneNumber = await showDialog(phone.overlay, {
        title: '获取你的手机号',
        content: '预览里的号码：139 0000 0000',
        buttons: [
          { text: '拒绝', answer: '' },
          { text: '允许', answer: '13900000000' },
        ],
        cancel: '',
      })
      if (phoneNumber === '') return { errMsg: 'getPhoneNumber:fail user deny' }
      try {
        const { code } = await cloud.post('/local/phone-code', { phoneNumber })
        return { errMsg: 'getPhoneNumber:ok', code: String(code) }
      } catch (error) {
        return { errMsg: `getPhoneNumber:fail ${error instanceof Error ? error.message : error}` }
      }
    },
  }
}
