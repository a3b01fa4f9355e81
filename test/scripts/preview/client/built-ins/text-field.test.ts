/** @jest-environment jsdom */
import { render, useRendering } from '../support/render'

useRendering()

function type(field: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  field.value = text
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

const press = (field: HTMLElement, key: string, init: KeyboardEventInit = {}) =>
  field.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init }))

describe.each(['input', 'textarea'])('%s', tag => {
  const field = `wx-${tag} ${tag}`

  test('bind:input brings value and cursor, once, and not to what is around it', () => {
    const page = render(`<view bind:input="onView"><${tag} bind:input="onInput" /></view>`)
    type(page.find<HTMLInputElement>(field), '你好')
    expect(page.heard.map(({ handler }) => handler)).toEqual(['onInput'])
    expect(page.details('onInput')).toEqual([{ value: '你好', cursor: 2, keyCode: 0 }])
  })

  test('model:value follows in both directions', () => {
    const page = render(`<${tag} model:value="{{name}}" />`, { data: { name: 'a' } })
    expect(page.find<HTMLInputElement>(field).value).toBe('a')
    type(page.find<HTMLInputElement>(field), 'ab')
    expect(page.data().name).toBe('ab')
    page.setData({ name: '' })
    expect(page.find<HTMLInputElement>(field).value).toBe('')
  })

  test('a page that sets the value that it had clears what was typed', () => {
    const page = render(`<${tag} value="{{draft}}" />`, { data: { draft: '' } })
    type(page.find<HTMLInputElement>(field), 'typed')
    page.setData({ draft: '' })
    expect(page.find<HTMLInputElement>(field).value).toBe('')
  })

  test('what the handler returns takes the place of the text', () => {
    const page = render(`<${tag} bind:input="onInput" />`, {
      handlers: { onInput: ({ detail }: { detail: { value: string } }) => detail.value.toUpperCase() },
    })
    type(page.find<HTMLInputElement>(field), 'abc')
    expect(page.find<HTMLInputElement>(field).value).toBe('ABC')
  })

  test('focus and blur tell their value, and are heard once', () => {
    const page = render(`<${tag} value="x" bind:focus="onFocus" bind:blur="onBlur" />`)
    page.find(field).focus()
    page.find(field).blur()
    expect(page.heard.map(({ handler, detail }) => [handler, detail.value])).toEqual([
      ['onFocus', 'x'],
      ['onBlur', 'x'],
    ])
  })

  test('focus as a property focuses', async () => {
    const page = render(`<${tag} focus="{{on}}" />`, { data: { on: false } })
    page.setData({ on: true })
    await null
    expect(document.activeElement).toBe(page.find(field))
    page.setData({ on: false })
    await null
    expect(document.activeElement).not.toBe(page.find(field))
  })

  test('a disabled field is out of reach and keeps its text', async () => {
    const page = render(`<${tag} value="x" disabled="{{off}}" focus />`, { data: { off: false } })
    const inner = page.find<HTMLInputElement>(field)
    await null
    expect(document.activeElement).toBe(inner)
    page.setData({ off: true })
    await null
    expect(document.activeElement).not.toBe(inner)
    expect([inner.readOnly, inner.tabIndex, inner.getAttribute('aria-disabled')]).toEqual([true, -1, 'true'])
    page.setData({ off: false })
    expect([inner.readOnly, inner.tabIndex, inner.getAttribute('aria-disabled')]).toEqual([false, 0, 'false'])
  })

  test('neither its label nor its own properties focus a field that is disabled', async () => {
    const page = render(`<label><text>name</text><${tag} disabled auto-focus focus /></label>`)
    page.tap('wx-text')
    await null
    expect(document.activeElement).not.toBe(page.find(field))
  })

  test('the placeholder is there while there is no text, with the classes of the page', () => {
    const page = render(
      `<${tag} placeholder="write" placeholder-class="soft" placeholder-style="color: red" />`,
    )
    const placeholder = page.find('.wx-placeholder')
    expect([placeholder.textContent, placeholder.hidden]).toEqual(['write', false])
    expect(placeholder.className).toContain('soft')
    expect(placeholder.style.color).toBe('red')
    type(page.find<HTMLInputElement>(field), 'x')
    expect(placeholder.hidden).toBe(true)
  })

  test('140 characters are the limit unless the page says otherwise', () => {
    const page = render(`<${tag} maxlength="{{limit}}" />`, { data: { limit: 140 } })
    expect(page.find<HTMLInputElement>(field).maxLength).toBe(140)
    page.setData({ limit: -1 })
    expect(page.find<HTMLInputElement>(field).maxLength).toBe(-1)
  })
})

test('Enter confirms an input and leaves it, unless confirm-hold; a text being composed is not confirmed', () => {
  const page = render('<input bind:confirm="onConfirm" confirm-hold="{{hold}}" />', { data: { hold: false } })
  const field = page.find<HTMLInputElement>('input')
  type(field, 'done')
  field.focus()
  press(field, 'Enter', { isComposing: true })
  expect(page.details('onConfirm')).toEqual([])
  press(field, 'Enter')
  expect(page.details('onConfirm')).toEqual([{ value: 'done' }])
  expect(document.activeElement).not.toBe(field)

  page.setData({ hold: true })
  field.focus()
  press(field, 'Enter')
  expect(document.activeElement).toBe(field)
})

test('Enter in a textarea is a line, unless confirm-type says otherwise', () => {
  const page = render('<textarea bind:confirm="onConfirm" confirm-type="{{type}}" />', {
    data: { type: 'return' },
  })
  expect(press(page.find('textarea'), 'Enter')).toBe(true)
  page.setData({ type: 'send' })
  expect(press(page.find('textarea'), 'Enter')).toBe(false)
  expect(page.details('onConfirm')).toEqual([{ value: '' }])
})

test('password hides the text, and types choose the keyboard', () => {
  const page = render('<input type="{{type}}" password="{{secret}}" />', {
    data: { type: 'digit', secret: false },
  })
  const field = page.find<HTMLInputElement>('input')
  expect([field.type, field.inputMode]).toEqual(['text', 'decimal'])
  page.setData({ secret: true })
  expect(field.type).toBe('password')
})
