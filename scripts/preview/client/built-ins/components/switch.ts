import { builtIn } from '../built-in'

interface SwitchValues {
  checked: boolean
  disabled: boolean
  type: string
  color: string
  name: string
}

/** https://developers.weixin.qq.com/miniprogram/dev/component/switch.html */
export const switchControl = builtIn<SwitchValues>({
  properties: {
    checked: { type: Boolean, value: false },
    disabled: { type: Boolean, value: false },
    type: { type: String, value: 'switch' },
    color: { type: String, value: '' },
    name: { type: String, value: '' },
  },
  create({ host, component, make, values, change, fire }) {
    host.setAttribute('role', 'switch')
    host.tabIndex = 0
    const mark = make('div')
    host.append(mark)
    const toggle = () => {
      const { checked, disabled } = values()
      if (disabled) return
      change({ checked: !checked })
      fire('change', { value: !checked })
    }
    component.addListener('tap', toggle)
    onKeys(host, toggle)
    return {
      slot: make('div'),
      update() {
        const { checked, disabled, type, color } = values()
        mark.className = type === 'checkbox' ? 'wx-tick' : 'wx-switch'
        mark.classList.toggle('wx-checked', checked)
        host.toggleAttribute('disabled', disabled)
        host.setAttribute('aria-checked', String(checked))
        mark.style.setProperty('--own-color', color)
      },
      activate: toggle,
      form: { get: () => values().checked, reset: () => change({ checked: false }) },
    }
  },
})

/** Space and Enter do what a tap does. */
export function onKeys(host: HTMLElement, act: () => void): void {
  host.addEventListener('keydown', event => {
    if (event.key !== ' ' && event.key !== 'Enter') return
    event.preventDefault()
    act()
  })
}
