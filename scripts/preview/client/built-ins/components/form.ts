import { engineElement } from '../backend'
import { builtIn } from '../built-in'
import { partsOf } from '../define'
import { registerForm } from '../form-of'

interface FormValues {
  reportSubmit: boolean
  reportSubmitTimeout: number
}

/** https://developers.weixin.qq.com/miniprogram/dev/component/form.html */
export const form = builtIn<FormValues>({
  properties: {
    reportSubmit: { type: Boolean, value: false },
    reportSubmitTimeout: { type: Number, value: 0 },
  },
  create({ host, fire }) {
    registerForm(host, {
      submit(button) {
        const value: Record<string, unknown> = {}
        for (const { name, form } of fieldsIn(host)) if (name !== '') value[name] = form.get()
        fire('submit', { value, target: { id: button.id, dataset: button.dataset } })
      },
      reset() {
        for (const { form } of fieldsIn(host)) form.reset()
        fire('reset')
      },
    })
    return {}
  },
})

function fieldsIn(host: HTMLElement) {
  return [...host.querySelectorAll('*')].flatMap(element => {
    const component = engineElement(element)
    const form =
      component && (element as { __wxElement?: unknown }).__wxElement ? partsOf(component)?.form : undefined
    return form ? [{ name: String((component as { data?: { name?: unknown } }).data?.name ?? ''), form }] : []
  })
}
