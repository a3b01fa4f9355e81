import type { GeneralComponent } from 'glass-easel'

/** What a `form` can do for the buttons inside it. */
export interface Form {
  submit(button: GeneralComponent): void
  reset(): void
}

const forms = new WeakMap<Element, Form>()

export function registerForm(host: HTMLElement, form: Form): void {
  forms.set(host, form)
}

/** The form around an element. */
export function formOf(element: Element): Form | undefined {
  const host = element.closest('wx-form')
  return host ? forms.get(host) : undefined
}
