import { builtIn } from '../built-in'
import { formOf } from '../form-of'
import { addHover, type HoverValues, hoverProperties } from '../hover'

interface ButtonValues extends HoverValues {
  type: string
  size: string
  plain: boolean
  disabled: boolean
  loading: boolean
  formType: string
  openType: string
  name: string
  lang: string
  phoneNumberNoQuotaToast: boolean
}

/** https://developers.weixin.qq.com/miniprogram/dev/component/button.html */
export const button = builtIn<ButtonValues>({
  properties: {
    ...hoverProperties('button-hover', 20, 70),
    type: { type: String, value: 'default' },
    size: { type: String, value: 'default' },
    plain: { type: Boolean, value: false },
    disabled: { type: Boolean, value: false },
    loading: { type: Boolean, value: false },
    formType: { type: String, value: '' },
    openType: { type: String, value: '' },
    name: { type: String, value: '' },
    lang: { type: String, value: 'en' },
    phoneNumberNoQuotaToast: { type: Boolean, value: true },
  },
  create({ host, component, services, values, fire }) {
    host.tabIndex = 0
    if (!host.hasAttribute('role')) host.setAttribute('role', 'button')
    addHover(component, values, () => values().disabled)
    const press = () => {
      const { formType, openType } = values()
      if (formType === 'submit') formOf(host)?.submit(component)
      if (formType === 'reset') formOf(host)?.reset()
      if (openType === 'getPhoneNumber')
        void services.requestPhoneNumber().then(answer => fire('getphonenumber', answer))
      else if (openType !== '') services.missing(`button open-type="${openType}"`)
    }
    // in the capture phase, so that no handler hears of a tap on a disabled button
    component.addListener(
      'tap',
      event => {
        if (values().disabled) event.stopPropagation()
      },
      { capture: true },
    )
    component.addListener('tap', press)
    host.addEventListener('keydown', event => {
      if (event.key !== 'Enter' && event.key !== ' ') return
      event.preventDefault()
      if (!values().disabled) fire('tap', {}, { bubbles: true, composed: true, capturePhase: true })
    })
    return {
      update(changed) {
        for (const name of ['type', 'size'] as const)
          if (changed.has(name)) host.setAttribute(name, values()[name])
        for (const name of ['plain', 'disabled', 'loading'] as const)
          if (changed.has(name)) host.toggleAttribute(name, values()[name])
        if (changed.has('disabled')) host.setAttribute('aria-disabled', String(values().disabled))
      },
      activate: () => fire('tap', {}, { bubbles: true, composed: true, capturePhase: true }),
    }
  },
})
