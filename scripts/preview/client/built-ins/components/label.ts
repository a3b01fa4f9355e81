import { hostedBy } from '../backend'
import { builtIn } from '../built-in'
import { partsOf } from '../define'

const CONTROLS = 'wx-checkbox, wx-radio, wx-switch, wx-button, wx-input, wx-textarea, wx-slider, wx-picker'

/** https://developers.weixin.qq.com/miniprogram/dev/component/label.html */
export const label = builtIn<{ for: string }>({
  properties: { for: { type: String, value: '' } },
  create({ host, component, values }) {
    component.addListener('tap', event => {
      const tapped = (event.target as unknown as { $$?: unknown }).$$ as Element | undefined
      if (tapped?.closest(CONTROLS)) return
      const id = values().for
      const named = id === '' ? undefined : component.ownerShadowRoot?.getElementById(id)
      const inside = host.querySelector(CONTROLS)
      const control = named ?? (id === '' && inside ? hostedBy(inside) : undefined)
      if (control) partsOf(control)?.activate?.()
    })
    return {}
  },
})
