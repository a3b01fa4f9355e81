/** @jest-environment jsdom */
import {
  dateColumns,
  dateOf,
  timeColumns,
  timeOf,
} from '../../../../../scripts/preview/client/built-ins/picker-wheels'
import { type Rendered, render, useRendering } from '../support/render'

useRendering()

const sheet = ({ phone }: Rendered) => phone.overlay.querySelector('.wx-picker-sheet')
const button = ({ phone }: Rendered, name: string) =>
  [...phone.overlay.querySelectorAll('button')].find(({ textContent }) => textContent === name)
const item = ({ phone }: Rendered, text: string) =>
  [...phone.overlay.querySelectorAll<HTMLElement>('.wx-picker-item')].find(
    ({ textContent }) => textContent === text,
  )

test('a selector shows names by range-key and gives the index', () => {
  const page = render(
    '<picker range="{{list}}" range-key="name" value="{{1}}" bind:change="onChange"><text>pick</text></picker>',
    {
      data: { list: [{ name: 'red' }, { name: 'green' }, { name: 'blue' }] },
    },
  )
  page.tap('wx-text')
  expect(page.phone.overlay.querySelector('[aria-selected=true]')?.textContent).toBe('green')
  item(page, 'blue')?.click()
  button(page, '确定')?.click()
  expect(page.details('onChange')).toEqual([{ value: 2 }])
  expect(sheet(page)).toBeNull()
})

test('cancelling says so and changes nothing', () => {
  const page = render(
    '<picker range="{{list}}" bind:change="onChange" bind:cancel="onCancel">pick</picker>',
    {
      data: { list: ['a'] },
    },
  )
  page.tap('wx-picker')
  button(page, '取消')?.click()
  expect(page.heard.map(({ handler }) => handler)).toEqual(['onCancel'])
})

test('multiSelector lets the page answer a turned column with other columns', () => {
  const page = render(
    '<picker mode="multiSelector" range="{{list}}" bind:columnchange="onColumn" bind:change="onChange">pick</picker>',
    {
      data: {
        list: [
          ['x', 'y'],
          ['1', '2'],
        ],
      },
      handlers: { onColumn: () => page.setData({ list: [['x', 'y'], ['3']] }) },
    },
  )
  page.tap('wx-picker')
  item(page, 'y')?.click()
  expect(page.details('onColumn')).toEqual([{ column: 0, value: 1 }])
  expect(item(page, '3')).toBeDefined()
  button(page, '确定')?.click()
  expect(page.details('onChange')).toEqual([{ value: [1, 0] }])
})

test('a disabled picker stays shut, and one for regions says that it is missing', () => {
  const page = render('<picker disabled range="{{[1]}}">a</picker>')
  page.tap('wx-picker')
  expect(sheet(page)).toBeNull()
  const region = render('<view class="r"><picker mode="region">b</picker></view>')
  region.tap('wx-picker')
  expect(region.phone.reported).toEqual([{ type: 'missing-api', name: 'picker mode="region"' }])
})

const today = new Date(2024, 4, 5)

test.each([
  ['2024-02-29', 'day', '2024-02-29'],
  ['2024-02-29', 'month', '2024-02'],
  ['2024-02-29', 'year', '2024'],
  ['', 'day', '2024-05-05'],
])('dateColumns(%j) with fields "%s" stands at %s', (value, fields, expected) => {
  const columns = dateColumns(value, '', '', fields, today)
  expect(
    dateOf(
      columns,
      columns.map(({ index }) => index),
    ),
  ).toBe(expected)
})

test('dateColumns() has the years from start to end, and dateOf() knows how long months are', () => {
  const columns = dateColumns('2023-01-31', '2022-01-01', '2024-12-31', 'day', today)
  expect(columns[0]).toEqual({ items: ['2022', '2023', '2024'], index: 1 })
  expect(dateOf(columns, [1, 1, 30])).toBe('2023-02-28')
  expect(dateOf(columns, [2, 1, 30])).toBe('2024-02-29')
})

test('timeColumns() keeps within start and end', () => {
  const at = (value: string) => timeOf(timeColumns(value, '09:00', '18:00').map(({ index }) => index))
  expect([at('12:34'), at('03:10'), at('23:59'), at('')]).toEqual(['12:34', '09:10', '18:59', '09:00'])
})
