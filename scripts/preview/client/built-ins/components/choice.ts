import { builtIn } from '../built-in'
import { groupOf, registerChoice } from '../choice-group'
import { onKeys } from '../keyboard'

interface ChoiceValues {
  value: string
  checked: boolean
  disabled: boolean
  color: string
}

/**
 * `checkbox` and `radio`.
 * https://developers.weixin.qq.com/miniprogram/dev/component/checkbox.html
 * https://developers.weixin.qq.com/miniprogram/dev/component/radio.html
 */
export const choice = (kind: 'checkbox' | 'radio') =>
  builtIn<ChoiceValues>({
    properties: {
      value: { type: String, value: '' },
      checked: { type: Boolean, value: false },
      disabled: { type: Boolean, value: false },
      color: { type: String, value: '' },
    },
    create({ host, component, make, values, change }) {
      host.setAttribute('role', kind)
      const mark = make('div', kind === 'checkbox' ? 'wx-tick' : 'wx-tick wx-tick-round')
      const slot = make('div', 'wx-choice-content')
      host.append(mark, slot)
      const set = (checked: boolean) => change({ checked })
      registerChoice(host, { kind, value: () => values().value, isChecked: () => values().checked, set })
      const pick = () => {
        const { checked, disabled } = values()
        if (disabled || (kind === 'radio' && checked)) return
        set(!checked)
        groupOf(host)?.picked(host)
      }
      component.addListener('tap', pick)
      onKeys(host, pick)
      return {
        slot,
        update() {
          const { checked, disabled, color } = values()
          mark.classList.toggle('wx-checked', checked)
          mark.style.setProperty('--own-color', color)
          host.toggleAttribute('disabled', disabled)
          host.setAttribute('aria-checked', String(checked))
        },
        activate: pick,
      }
    },
  })
