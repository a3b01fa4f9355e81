import { asyncApi } from './api'
import type { Toasts } from './ui/toast'

/**
 * The clipboard of the machine where the browser lets it, and always that of the phone.
 * https://developers.weixin.qq.com/miniprogram/dev/api/device/clipboard/wx.setClipboardData.html
 */
export function clipboardApis(toasts: Toasts): Record<string, unknown> {
  let data = ''
  return {
    setClipboardData: asyncApi('setClipboardData', async options => {
      data = String(options.data ?? '')
      // refused without a gesture, or without the focus; the phone's own has it all the same
      await navigator.clipboard?.writeText(data).catch(() => {})
      toasts.show({ title: '内容已复制', icon: 'success', mask: false, duration: 1500 })
    }),
    getClipboardData: asyncApi('getClipboardData', () => ({ data })),
  }
}
