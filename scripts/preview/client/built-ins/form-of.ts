import type { GeneralComponent } from 'glass-easel'
import type { FormValue } from './built-in'

/** What a `form` can do for the buttons inside it. */
export interface Form {
  submit(button: GeneralComponent): void
  reset(): void
}

const forms = new WeakMap<Element, Form>()

export function registerForm(host: HTMLElement, form: Form): void {
  forms.set(host, form)
}

const fields = new WeakMap<object, FormValue>()

/** Makes a component of the mini program's own a field of the form around it. */
export function registerField(component: object, field: FormValue): void {
  fields.set(component, field)
}

/** What a form collects of a component of the mini program's own. */
export function fieldOf(component: object): FormValue | undefined {
  return fields.get(component)
}

/** The form around an element. */
export function formOf(element: Element): Form | undefined {
  const host = element.closest('wx-form')
  return host ? forms.get(host) : undefined
}
