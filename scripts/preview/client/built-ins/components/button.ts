import { builtIn } from '../built-in'
import { formOf } from '../form-of'
import { addHover, type HoverValues, hoverProperties } from '../hover'
import { onKeys, tapOn } from '../keyboard'
import { isOpenType } from '../open-types'

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
  create(context) {
    const { host, component, services, values, fire } = context
    host.setAttribute('role', 'button')
    addHover(component, values, () => values().disabled)
    const press = () => {
      const { formType, openType } = values()
      if (formType === 'submit') formOf(host)?.submit(component)
      if (formType === 'reset') formOf(host)?.reset()
      if (isOpenType(openType))
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
    onKeys(host, () => tapOn(context))
    return {
      update(changed) {
        for (const name of ['type', 'size'] as const)
          if (changed.has(name)) host.setAttribute(name, values()[name])
        for (const name of ['plain', 'disabled', 'loading'] as const)
          if (changed.has(name)) host.toggleAttribute(name, values()[name])
        if (changed.has('disabled')) host.setAttribute('aria-disabled', String(values().disabled))
      },
      activate: () => tapOn(context),
    }
  },
})
