/** @jest-environment jsdom */
import { type Axis, dragWithMouse } from '../../../../../scripts/preview/client/built-ins/drag-with-mouse'

afterEach(() => document.body.replaceChildren())

/** An area of 100 px with 1000 px inside it; `ends` has how far each drag went. */
function areaIn(parent: HTMLElement, axis: Axis) {
  const area = document.createElement('div')
  for (const name of ['scrollWidth', 'scrollHeight']) Object.defineProperty(area, name, { value: 1000 })
  for (const name of ['clientWidth', 'clientHeight']) Object.defineProperty(area, name, { value: 100 })
  parent.append(area)
  const ends: number[] = []
  dragWithMouse(area, { axis: () => axis, ended: moved => ends.push(moved) })
  return { area, ends }
}

interface Pointer {
  pointerType?: string
  button?: number
}

/** jsdom has no PointerEvent. */
function point(type: string, target: EventTarget, [x, y]: [number, number], pointer: Pointer): void {
  const { pointerType = 'mouse', button = 0 } = pointer
  const event = new MouseEvent(type, { bubbles: true, cancelable: true, clientX: x, clientY: y, button })
  target.dispatchEvent(Object.assign(event, { pointerType }))
}

function drag(target: EventTarget, x: number, y: number, pointer: Pointer = {}): void {
  point('pointerdown', target, [0, 0], pointer)
  point('pointermove', document, [x / 2, y / 2], pointer)
  point('pointermove', document, [x, y], pointer)
  point('pointerup', document, [x, y], pointer)
  point('pointermove', document, [0, 0], pointer)
}

test('an area goes with the mouse while it is held down', () => {
  const { area, ends } = areaIn(document.body, 'x')
  drag(area, -60, 5)
  expect([area.scrollLeft, area.scrollTop, ends]).toEqual([60, 0, [60]])
  drag(area, 40, 5)
  expect([area.scrollLeft, ends]).toEqual([20, [60, -40]])
})

test('neither a tap, nor another direction, finger or button moves it, nor a press on a field', () => {
  const { area, ends } = areaIn(document.body, 'x')
  const field = document.createElement('input')
  area.append(field)
  drag(area, -10, 0)
  drag(area, -60, -70)
  drag(area, -60, 0, { pointerType: 'touch' })
  drag(area, -60, 0, { button: 2 })
  drag(field, -60, 0)
  expect([area.scrollLeft, ends]).toEqual([0, []])
})

test('of two areas the inner one takes what it can, and the outer one the rest', () => {
  const outer = areaIn(document.body, 'x')
  const inner = areaIn(outer.area, 'x')
  const column = areaIn(outer.area, 'y')
  const places = () => [outer.area.scrollLeft, inner.area.scrollLeft, column.area.scrollTop]
  drag(inner.area, -60, 0)
  expect(places()).toEqual([0, 60, 0])
  drag(column.area, -60, 0)
  expect(places()).toEqual([60, 60, 0])
  drag(column.area, 0, -60)
  expect(places()).toEqual([60, 60, 60])
})
