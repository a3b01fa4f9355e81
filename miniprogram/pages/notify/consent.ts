/** What the user's answer to `wx.requestSubscribeMessage` means for one template. */
export interface Consent {
  given: boolean
  text: string
}

const answers: Readonly<Record<string, string>> = {
  reject:
    '你拒绝了，云函数发不了这条消息。如果勾选过「总是保持以上选择」，这个窗口不会再弹出：要到右上角「…」→「设置」里重新允许。',
  ban: '这个模板已被平台封禁，请到公众平台查看原因。',
  filter: '这个模板和另一个模板同名，被平台过滤了。请换一个模板。',
}

/**
 * Reads the answer.
 * https://developers.weixin.qq.com/miniprogram/dev/api/open-api/subscribe-message/wx.requestSubscribeMessage.html
 *
 * @param answer `accept`, `reject`, `ban` or `filter`
 */
export function readConsent(answer: string | undefined): Consent {
  if (answer === 'accept') return { given: true, text: '你同意了：现在可以发一条。' }
  return { given: false, text: answers[answer ?? ''] ?? `没有得到同意：${answer ?? '没有回答'}。` }
}
