import { builtIn } from '../built-in'
import { onKeys } from '../keyboard'

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
