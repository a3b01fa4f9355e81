import { element } from '../../screen/element'

export interface ToastOptions {
  title: string
  icon: 'success' | 'error' | 'loading' | 'none'
  /** The page cannot be touched while it is there. */
  mask: boolean
  /** Milliseconds; undefined until it is taken away. */
  duration?: number
}

/** One toast at a time; a loading sign is one, too. */
export interface Toasts {
  show(options: ToastOptions): void
  hide(): void
}

export function openToasts(overlay: HTMLElement): Toasts {
  let shown: HTMLElement | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const hide = () => {
    clearTimeout(timer)
    shown?.remove()
    shown = undefined
  }
  return {
    hide,
    show({ title, icon, mask, duration }) {
      hide()
      shown = element('div', mask ? 'wx-toast-area wx-toast-mask' : 'wx-toast-area')
      const toast = element('div', icon === 'none' ? 'wx-toast wx-toast-plain' : 'wx-toast')
      toast.setAttribute('role', 'status')
      if (icon !== 'none') toast.append(element('div', `wx-toast-icon wx-toast-${icon}`))
      toast.append(element('div', 'wx-toast-title', title))
      shown.append(toast)
      overlay.append(shown)
      if (duration !== undefined) timer = setTimeout(hide, duration)
    },
  }
}
