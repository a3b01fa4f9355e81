import type { GeneralComponent } from 'glass-easel'
import { hostedBy } from '../backend'
import { builtIn, type FormValue } from '../built-in'
import { partsOf } from '../define'
import { fieldOf, registerForm } from '../form-of'

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
  create({ host, component: form, fire }) {
    const fields = () => fieldsIn(host, form.ownerShadowRoot)
    registerForm(host, {
      submit(button) {
        const value: Record<string, unknown> = {}
        for (const { name, form } of fields()) if (name !== '') value[name] = form.get()
        fire('submit', { value, target: { id: button.id, dataset: button.dataset } })
      },
      reset() {
        for (const { form } of fields()) form.reset()
        fire('reset')
      },
    })
    return {}
  },
})

/** Those that the form's own page or component wrote; what is inside a component is that component's business. */
function fieldsIn(
  host: HTMLElement,
  owner: GeneralComponent['ownerShadowRoot'],
): { name: string; form: FormValue }[] {
  return [...host.querySelectorAll('*')].flatMap(element => {
    const component = hostedBy(element) as GeneralComponent | undefined
    if (component?.ownerShadowRoot !== owner) return []
    const form = partsOf(component)?.form ?? fieldOf(component)
    return form ? [{ name: String(component.data.name ?? ''), form }] : []
  })
}
