/** @jest-environment jsdom */

import { builtIns } from '../../../../../scripts/preview/client/built-ins/components'
import { knownTags } from '../../../../../scripts/preview/client/built-ins/known-tags'
import { BUILT_IN_TAGS } from '../../../../../scripts/project/built-in-tags'
import { render, useRendering } from '../support/render'

useRendering()

/** Not components, but WXML itself. */
const SYNTAX = ['block', 'template', 'import', 'include', 'slot', 'wxs']

test('the preview knows every tag that the checks know', () => {
  expect(Object.keys(knownTags).sort()).toEqual(
    [...BUILT_IN_TAGS].filter(tag => !SYNTAX.includes(tag)).sort(),
  )
})

test('what is called implemented draws no placeholder, and everything else does', () => {
  const { find } = render(
    Object.keys(knownTags)
      .map(tag => `<${tag} />`)
      .join(''),
  )
  for (const [tag, state] of Object.entries(knownTags)) {
    const isMarked = find(`wx-${tag}`).textContent === `<${tag}>`
    expect([tag, isMarked]).toEqual([tag, state === 'placeholder'])
  }
  expect(builtIns.size).toBe(Object.keys(knownTags).length)
})

test('a placeholder shows its name and what is inside it', () => {
  const { find } = render('<map><view>inside</view></map>')
  expect(find('wx-map').textContent).toBe('<map>inside')
})

test('hidden, ids and aria attributes are there for every component', () => {
  const { find, setData } = render(
    '<view hidden="{{off}}" aria-role="alert" aria-label="a" aria-checked="{{off}}">text</view>',
    { data: { off: true } },
  )
  const view = find('wx-view')
  const attributes = () =>
    ['hidden', 'role', 'aria-label', 'aria-checked'].map(name => view.getAttribute(name))
  expect(attributes()).toEqual(['', 'alert', 'a', 'true'])
  setData({ off: false })
  expect(attributes()).toEqual([null, 'alert', 'a', 'false'])
})
