import type { Context, Parts, Property } from '../built-in'
import { pageClasses } from '../page-classes'

/** What `input` and `textarea` share. */
export interface TextFieldValues {
  value: string
  placeholder: string
  placeholderStyle: string
  placeholderClass: string
  disabled: boolean
  maxlength: number
  focus: boolean
  autoFocus: boolean
  name: string
  cursor: number
  selectionStart: number
  selectionEnd: number
  confirmType: string
  confirmHold: boolean
  cursorSpacing: number
  adjustPosition: boolean
  holdKeyboard: boolean
}

export const textFieldProperties: Record<keyof TextFieldValues, Property> = {
  value: { type: String, value: '' },
  placeholder: { type: String, value: '' },
  placeholderStyle: { type: String, value: '' },
  placeholderClass: { type: String, value: '' },
  disabled: { type: Boolean, value: false },
  maxlength: { type: Number, value: 140 },
  focus: { type: Boolean, value: false },
  autoFocus: { type: Boolean, value: false },
  name: { type: String, value: '' },
  cursor: { type: Number, value: -1 },
  selectionStart: { type: Number, value: -1 },
  selectionEnd: { type: Number, value: -1 },
  confirmType: { type: String, value: 'done' },
  confirmHold: { type: Boolean, value: false },
  cursorSpacing: { type: Number, value: 0 },
  adjustPosition: { type: Boolean, value: true },
  holdKeyboard: { type: Boolean, value: false },
}

const KEYS: Readonly<Record<string, string>> = {
  send: 'send',
  search: 'search',
  next: 'next',
  go: 'go',
  done: 'done',
  return: 'enter',
}

/**
 * The field of the browser inside the component, with the mini program's events.
 *
 * @param onText after each change of the text, however it came about
 */
export function textField(
  context: Context<TextFieldValues>,
  field: HTMLInputElement | HTMLTextAreaElement,
  { confirms, onText = () => {} }: { confirms(): boolean; onText?(): void },
): Parts {
  const { host, component, make, values, change, fire } = context
  const placeholder = make('div', 'wx-placeholder')
  host.append(placeholder, field)

  const show = (text: string) => {
    if (field.value !== text) field.value = text
    placeholder.hidden = text !== ''
    onText()
  }
  const caret = () => ({ value: field.value, cursor: field.selectionStart ?? field.value.length })

  let lastKey = 0
  field.addEventListener('keydown', ((event: KeyboardEvent) => {
    lastKey = event.keyCode
    if (event.key !== 'Enter' || event.isComposing || event.shiftKey || !confirms()) return
    event.preventDefault()
    fire('confirm', { value: field.value })
    if (!values().confirmHold) field.blur()
  }) as EventListener)
  field.addEventListener('input', () => {
    change({ value: field.value })
    show(field.value)
    // what the handler returns replaces the text
    const handleListenerReturn = (answer: unknown) => {
      const text =
        typeof answer === 'object' && answer !== null ? (answer as { value?: unknown }).value : answer
      if (typeof text !== 'string') return
      change({ value: text })
      show(text)
      const cursor = (answer as { cursor?: unknown }).cursor
      if (typeof cursor === 'number') field.setSelectionRange(cursor, cursor)
    }
    fire('input', { ...caret(), keyCode: lastKey }, { handleListenerReturn })
  })
  field.addEventListener('focus', () => fire('focus', { value: field.value, height: 0 }))
  field.addEventListener('blur', () => {
    if (values().focus) change({ focus: false })
    fire('blur', caret())
  })

  const apply = (changed: ReadonlySet<string>) => {
    const now = values()
    if (changed.has('maxlength')) {
      if (now.maxlength >= 0) field.maxLength = now.maxlength
      else field.removeAttribute('maxlength')
    }
    if (changed.has('value')) show(now.value)
    if (changed.has('disabled')) disable(now.disabled)
    if (changed.has('confirmType'))
      field.enterKeyHint = (KEYS[now.confirmType] ?? 'done') as typeof field.enterKeyHint
    if (changed.has('ariaLabel')) field.setAttribute('aria-label', String(component.data.ariaLabel ?? ''))
    if (changed.has('placeholder')) placeholder.textContent = now.placeholder
    if (changed.has('placeholderStyle')) placeholder.style.cssText = now.placeholderStyle
    if (changed.has('placeholderClass'))
      placeholder.className = ['wx-placeholder', ...pageClasses(component, now.placeholderClass)].join(' ')
    // a handler of focus or blur may change data, which is not possible in the middle of a change
    if (changed.has('focus') || (changed.has('disabled') && now.disabled)) queueMicrotask(followFocus)
  }

  /** By itself, for what the browser calls disabled hears nothing of the mouse, nor does anything around it. */
  function disable(isDisabled: boolean): void {
    host.toggleAttribute('disabled', isDisabled)
    field.readOnly = isDisabled
    field.tabIndex = isDisabled ? -1 : 0
    field.setAttribute('aria-disabled', String(isDisabled))
  }

  function followFocus(): void {
    const wanted = values().focus && !values().disabled
    if (!field.isConnected || wanted === (field.ownerDocument.activeElement === field)) return
    if (wanted) focus()
    else field.blur()
  }

  function focus(): void {
    if (values().disabled) return
    field.focus({ preventScroll: true })
    const { selectionStart, selectionEnd, cursor } = values()
    if (selectionStart >= 0 && selectionEnd >= 0) field.setSelectionRange(selectionStart, selectionEnd)
    else if (cursor >= 0) field.setSelectionRange(cursor, cursor)
  }

  return {
    // no children: what a page writes inside has no place to show
    slot: make('div'),
    update: apply,
    attached() {
      const { focus: wanted, autoFocus } = values()
      if (wanted || autoFocus) queueMicrotask(focus)
      // the scopes of classes and the sizes of texts are known only now
      apply(new Set(['placeholderClass', 'value']))
    },
    activate: focus,
    form: {
      get: () => field.value,
      reset() {
        change({ value: '' })
        show('')
      },
    },
  }
}
