import type { Phone } from '../../phone'
import { ApiFailure, asyncApi, type Options } from '../api'
import { showActionSheet } from './action-sheet'
import { showDialog } from './dialog'
import { ownClicksOnly } from './own-clicks'
import { previewImages } from './preview-images'
import type { ToastOptions, Toasts } from './toast'

const ICONS = ['success', 'error', 'loading', 'none']

/** https://developers.weixin.qq.com/miniprogram/dev/api/ui/interaction/wx.showToast.html and those beside it */
export function uiApis(
  { overlay }: Phone,
  toasts: Toasts,
  resolveSource: (source: string) => Promise<string>,
): Record<string, unknown> {
  ownClicksOnly(overlay)
  return {
    showToast: asyncApi('showToast', options => {
      const { icon = 'success', image, mask = false, duration = 1500 } = options
      if (!ICONS.includes(String(icon))) throw new ApiFailure(`parameter error: invalid icon "${icon}"`)
      toasts.show({
        title: String(options.title ?? ''),
        icon: image ? 'none' : (icon as ToastOptions['icon']),
        mask: Boolean(mask),
        duration: Number(duration),
      })
    }),
    hideToast: asyncApi('hideToast', () => toasts.hide()),
    showLoading: asyncApi('showLoading', ({ title = '', mask = false }) =>
      toasts.show({ title: String(title), icon: 'loading', mask: Boolean(mask) }),
    ),
    hideLoading: asyncApi('hideLoading', () => toasts.hide()),
    showModal: asyncApi('showModal', options => showModal(overlay, options)),
    previewImage: asyncApi('previewImage', async ({ urls, current }) => {
      if (!Array.isArray(urls) || urls.length === 0)
        throw new ApiFailure('parameter error: urls should be Array')
      const at = typeof current === 'number' ? current : urls.indexOf(current)
      previewImages(overlay, await Promise.all(urls.map(url => resolveSource(String(url)))), Math.max(0, at))
    }),
    showActionSheet: asyncApi('showActionSheet', async options => {
      const items = options.itemList
      if (!Array.isArray(items) || items.length === 0 || items.length > 6)
        throw new ApiFailure('parameter error: itemList should have 1 to 6 items')
      const title = String(options.alertText ?? '')
      const tapIndex = await showActionSheet(overlay, {
        items: items.map(String),
        title,
        color: String(options.itemColor ?? ''),
      })
      if (tapIndex < 0) throw new ApiFailure('cancel')
      return { tapIndex }
    }),
  }
}

async function showModal(overlay: HTMLElement, options: Options) {
  const { showCancel = true, cancelText = '取消', confirmText = '确定', editable = false } = options
  for (const [name, text] of Object.entries({ cancelText, confirmText }))
    if (String(text).length > 4)
      throw new ApiFailure(`parameter error: ${name} should not have more than 4 characters`)
  const field = editable ? overlay.ownerDocument.createElement('textarea') : undefined
  if (field) {
    field.className = 'wx-dialog-field'
    field.placeholder = String(options.placeholderText ?? '')
    field.value = String(options.content ?? '')
  }
  const cancel = { text: String(cancelText), answer: false, color: colorOf(options.cancelColor) }
  const confirm = { text: String(confirmText), answer: true, color: colorOf(options.confirmColor) }
  const confirmed = await showDialog(overlay, {
    title: String(options.title ?? ''),
    content: field ? '' : String(options.content ?? ''),
    ...(field ? { extra: field } : {}),
    buttons: showCancel ? [cancel, confirm] : [confirm],
    cancel: false,
  })
  return { confirm: confirmed, cancel: !confirmed, content: field && confirmed ? field.value : null }
}

function colorOf(color: unknown): string {
  return typeof color === 'string' ? color : ''
}
