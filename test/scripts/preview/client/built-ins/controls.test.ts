/** @jest-environment jsdom */
import { render, useRendering } from '../support/render'

useRendering()

test('a switch turns with a tap and says so, unless it is disabled', () => {
  const page = render('<switch checked="{{on}}" disabled="{{off}}" bind:change="onChange" />', {
    data: { on: true, off: false },
  })
  page.tap('wx-switch')
  expect(page.details('onChange')).toEqual([{ value: false }])
  expect(page.find('wx-switch').getAttribute('aria-checked')).toBe('false')
  page.setData({ off: true })
  page.tap('wx-switch')
  expect(page.details('onChange')).toHaveLength(1)
})

test('a checkbox-group tells the values that are checked, in the order of the page', () => {
  const page = render(
    '<checkbox-group bind:change="onChange"><checkbox value="a" /><checkbox value="b" checked /><checkbox value="c" disabled /></checkbox-group>',
  )
  const [first, second, third] = document.querySelectorAll('wx-checkbox') as unknown as [
    Element,
    Element,
    Element,
  ]
  page.tap(first)
  page.tap(second)
  page.tap(third)
  expect(page.details('onChange')).toEqual([{ value: ['a', 'b'] }, { value: ['a'] }])
})

test('a radio-group has one value, and a second tap does not take it back', () => {
  const page = render(
    '<radio-group bind:change="onChange"><radio value="a" checked /><radio value="b" /></radio-group>',
  )
  const [first, second] = document.querySelectorAll('wx-radio') as unknown as [Element, Element]
  page.tap(second)
  page.tap(second)
  expect(page.details('onChange')).toEqual([{ value: 'b' }])
  expect([first, second].map(radio => radio.getAttribute('aria-checked'))).toEqual(['false', 'true'])
})

test('a tap on a label reaches the control inside it, or the one that "for" names, once', () => {
  const page = render(
    '<label><text class="inside">on</text><switch bind:change="onInner" /></label>' +
      '<label for="named"><text class="outside">name</text></label><input id="named" />',
  )
  page.tap('.inside, wx-text')
  expect(page.details('onInner')).toEqual([{ value: true }])
  page.tap('wx-switch')
  expect(page.details('onInner')).toEqual([{ value: true }, { value: false }])

  page.tap([...document.querySelectorAll('wx-text')].at(-1) as Element)
  expect(document.activeElement).toBe(page.find('input'))
})

test('a form collects what has a name, and resets it', () => {
  const page = render(
    '<form bind:submit="onSubmit" bind:reset="onReset">' +
      '<input name="who" value="Ann" /><textarea name="text" value="hi" /><switch name="on" checked /><input value="nameless" />' +
      '<radio-group name="one"><radio value="x" checked /></radio-group>' +
      '<checkbox-group name="many"><checkbox value="y" checked /></checkbox-group>' +
      '<slider name="level" min="5" value="30" />' +
      '<button id="send" form-type="submit" data-a="1">send</button><button form-type="reset">reset</button></form>',
  )
  const [submit, reset] = document.querySelectorAll('wx-button') as unknown as [Element, Element]
  page.tap(submit)
  expect(page.details('onSubmit')[0].value).toEqual({
    who: 'Ann',
    text: 'hi',
    on: true,
    one: 'x',
    many: ['y'],
    level: 30,
  })
  page.tap(reset)
  page.tap(submit)
  expect(page.details('onReset')).toHaveLength(1)
  expect(page.details('onSubmit')[1].value).toEqual({
    who: '',
    text: '',
    on: false,
    one: '',
    many: [],
    level: 5,
  })
})

test('a form collects what its own page wrote, inside of components too, and nothing of what is inside those', () => {
  const page = render(
    '<form bind:submit="onSubmit"><my-card><input name="slotted" value="a" /></my-card><my-search /><button form-type="submit">send</button></form>',
    {
      components: {
        'my-card': '<view><slot /></view>',
        'my-search': '<input name="query" value="b" />',
      },
    },
  )
  expect(page.find('wx-my-search')).toBeDefined()
  page.tap('wx-button')
  expect(page.details('onSubmit')[0].value).toEqual({ slotted: 'a' })
})

test('a slider tells its value while it moves and when it rests', () => {
  const page = render('<slider value="30" show-value bind:changing="onChanging" bind:change="onChange" />')
  const range = page.find<HTMLInputElement>('input')
  range.value = '40'
  range.dispatchEvent(new Event('input', { bubbles: true }))
  range.dispatchEvent(new Event('change', { bubbles: true }))
  expect(page.heard.map(({ handler, detail }) => [handler, detail])).toEqual([
    ['onChanging', { value: 40 }],
    ['onChange', { value: 40 }],
  ])
  expect(page.find('.wx-slider-value').textContent).toBe('40')
})

test('progress is as long as its percent, within its bounds', () => {
  const page = render('<progress percent="{{p}}" show-info stroke-width="4" />', { data: { p: 30 } })
  expect(page.find('.wx-progress-done').style.width).toBe('30%')
  expect(page.find('.wx-progress-info').textContent).toBe('30%')
  page.setData({ p: 130 })
  expect(page.find('.wx-progress-done').style.width).toBe('100%')
})
