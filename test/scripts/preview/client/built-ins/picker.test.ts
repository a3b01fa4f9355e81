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

test('dateColumns() has the years from start to end, and knows how long months are', () => {
  const columns = (value: string) => dateColumns(value, '2022-01-01', '2024-12-31', 'day', today)
  expect(columns('2023-01-31')[0]).toEqual({ items: ['2022', '2023', '2024'], index: 1 })
  expect(columns('2023-02-31')[2]).toMatchObject({ index: 27, items: { length: 28 } })
  expect(columns('2024-02-31')[2]).toMatchObject({ index: 28, items: { length: 29 } })
})

test.each([
  ['2024-01-15', '2024-05-15'],
  ['2024-05-01', '2024-05-10'],
  ['2025-03-30', '2025-03-03'],
  ['2024-12-31', '2024-12-31'],
  ['1999-12-31', '2024-12-31'],
])('from 2024-05-10 to 2025-03-03, dateColumns(%j) stands at %s', (value, expected) => {
  const columns = dateColumns(value, '2024-05-10', '2025-03-03', 'day', today)
  expect(
    dateOf(
      columns,
      columns.map(({ index }) => index),
    ),
  ).toBe(expected)
})

test('start and end may be a month or a year', () => {
  const columns = dateColumns('2024-05-05', '2024-04', '2024', 'month', today)
  expect(columns.map(({ items }) => [items[0], items.at(-1)])).toEqual([
    ['2024', '2024'],
    ['04', '12'],
  ])
})

test('timeColumns() keeps within start and end', () => {
  const at = (value: string, start: string, end: string) => {
    const columns = timeColumns(value, start, end)
    return timeOf(
      columns,
      columns.map(({ index }) => index),
    )
  }
  const day = (value: string) => at(value, '09:00', '18:00')
  expect([day('12:34'), day('03:10'), day('23:59'), day('')]).toEqual(['12:34', '09:10', '18:00', '09:00'])
  const lesson = (value: string) => at(value, '08:15', '09:45')
  expect(['03:30', '08:00', '09:30', '09:50'].map(lesson)).toEqual(['08:30', '08:15', '09:30', '09:45'])
  expect([at('7:5', '', ''), at('', '', '')]).toEqual(['07:05', '00:00'])
  // what makes no sense still shows something
  expect(at('12:00', '22:00', '06:00')).toBe('22:00')
})

test('turning a wheel changes what the wheels after it hold, and leaves alone those that stay the same', () => {
  const page = render(
    '<picker mode="date" value="2025-01-31" start="2024-05-10" end="2026-12-31" bind:change="onChange">pick</picker>',
  )
  page.tap('wx-picker')
  const years = page.phone.overlay.querySelector<HTMLElement>('.wx-picker-wheel')
  years?.focus()
  expect(item(page, '10')).toBeDefined()
  item(page, '2024')?.click()
  expect(item(page, '04')).toBeUndefined()
  expect(document.activeElement).toBe(years)
  item(page, '06')?.click()
  expect(item(page, '31')).toBeUndefined()
  button(page, '确定')?.click()
  expect(page.details('onChange')).toEqual([{ value: '2024-06-30' }])
})
