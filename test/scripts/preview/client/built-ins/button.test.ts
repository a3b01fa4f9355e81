/** @jest-environment jsdom */
import { render, useRendering } from '../support/render'
import { until } from '../support/until'

useRendering()

test('a button tells of a tap where it was, with touches and the dataset', () => {
  const { tap, heard } = render('<button data-id="7" data-full-name="x" bind:tap="onTap">go</button>')
  tap('wx-button')
  expect(heard).toEqual([
    expect.objectContaining({
      type: 'tap',
      detail: { x: 10, y: 20 },
      dataset: { id: '7', fullName: 'x' },
      touches: [],
      changedTouches: [{ identifier: 0, pageX: 10, pageY: 20, clientX: 10, clientY: 20, force: 1 }],
    }),
  ])
})

test('a tap on a disabled button reaches nobody, until it is enabled', () => {
  const page = render(
    '<view bind:tap="onView"><button disabled="{{off}}" bind:tap="onTap">go</button></view>',
    {
      data: { off: true },
    },
  )
  page.tap('wx-button')
  expect(page.heard).toEqual([])
  expect(page.find('wx-button').getAttribute('aria-disabled')).toBe('true')

  page.setData({ off: false })
  page.tap('wx-button')
  expect(page.heard.map(({ handler }) => handler)).toEqual(['onTap', 'onView'])
})

test.each([
  ['button', '<button bind:tap="onTap">go</button>'],
  ['navigator', '<navigator url="/a" bind:tap="onTap">go</navigator>'],
])('Enter on a %s is a tap, with no finger on it', (tag, wxml) => {
  const { find, heard } = render(wxml)
  expect(find(`wx-${tag}`).tabIndex).toBe(0)
  find(`wx-${tag}`).dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }))
  expect(heard).toEqual([
    expect.objectContaining({ detail: { x: 0, y: 0 }, touches: [], changedTouches: [] }),
  ])
})

test('a button is one for assistive technology, unless the page says otherwise', () => {
  const { find } = render('<view><button>a</button></view>')
  expect(find('wx-button').getAttribute('role')).toBe('button')
  const radio = render(
    '<view class="radio"><button aria-role="radio" aria-checked="{{true}}">b</button></view>',
  )
  expect(radio.find('wx-button').getAttribute('role')).toBe('radio')
  expect(radio.find('wx-button').getAttribute('aria-checked')).toBe('true')
})

test('a disabled button cannot be tapped with the keyboard either', () => {
  const { find, heard } = render('<button disabled bind:tap="onTap">go</button>')
  find('wx-button').dispatchEvent(new KeyboardEvent('keydown', { key: ' ' }))
  expect(heard).toEqual([])
})

test('the hover class of the page comes with the finger and goes after it, with the prefix of its scope', () => {
  jest.useFakeTimers()
  try {
    const { find } = render('<button hover-class="pressed">go</button>')
    const button = find('wx-button')
    const mouse = (type: string) => button.dispatchEvent(new MouseEvent(type, { bubbles: true }))
    mouse('mousedown')
    expect(button.className).toBe('')
    jest.advanceTimersByTime(20)
    expect(button.className).toContain('pressed')
    mouse('mouseup')
    jest.advanceTimersByTime(70)
    expect(button.className).toBe('')
  } finally {
    jest.useRealTimers()
  }
})

test('looks are attributes that styles can name', () => {
  const { find } = render('<button type="primary" size="mini" plain loading>go</button>')
  const button = find('wx-button')
  expect(button.getAttribute('type')).toBe('primary')
  expect(button.getAttribute('size')).toBe('mini')
  expect([
    button.hasAttribute('plain'),
    button.hasAttribute('loading'),
    button.hasAttribute('disabled'),
  ]).toEqual([true, true, false])
})

test('open-type="getPhoneNumber" asks the user, and a refusal carries no code', async () => {
  const { tap, phone, details } = render(
    '<button open-type="getPhoneNumber" bind:getphonenumber="onNumber">go</button>',
  )
  tap('wx-button')
  const [refuse] = phone.overlay.querySelectorAll('button')
  refuse?.click()
  await until(() => details('onNumber').length > 0)
  expect(details('onNumber')).toEqual([{ errMsg: 'getPhoneNumber:fail user deny' }])
  expect(phone.overlay.childElementCount).toBe(0)
})

test('any other open-type is reported as missing', () => {
  const { tap, phone } = render('<button open-type="contact">go</button>')
  tap('wx-button')
  expect(phone.reported).toEqual([{ type: 'missing-api', name: 'button open-type="contact"' }])
})
