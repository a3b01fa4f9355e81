/** @jest-environment jsdom */
import {
  type TouchReport,
  type TouchType,
  watchTouches,
} from '../../../../../scripts/preview/client/built-ins/touches'

let root: HTMLElement
let child: HTMLElement
let reports: TouchReport[]
let awaited: TouchType[]
let stop: () => void

beforeEach(() => {
  jest.useFakeTimers()
  root = document.createElement('div')
  child = document.createElement('span')
  root.append(child)
  document.body.append(root)
  reports = []
  awaited = []
  stop = watchTouches(root, {
    page: () => ({ left: 100, top: 50, scrollTop: 1000 }),
    report(touch) {
      reports.push(touch)
      return false
    },
    isAwaited: type => awaited.includes(type),
  })
})

afterEach(() => {
  stop()
  root.remove()
  jest.useRealTimers()
})

const types = () => reports.map(({ type }) => type)

function mouse(type: string, clientX = 0, clientY = 0, timeStamp?: number): void {
  const event = new MouseEvent(type, { bubbles: true, clientX, clientY })
  if (timeStamp !== undefined) Object.defineProperty(event, 'timeStamp', { value: timeStamp })
  child.dispatchEvent(event)
}

function finger(type: string, clientX = 0, clientY = 0, timeStamp = 0): Event {
  const touch = { identifier: 5, clientX, clientY }
  const event = new Event(type, { bubbles: true, cancelable: true })
  const touches = type === 'touchend' || type === 'touchcancel' ? [] : [touch]
  for (const [name, value] of Object.entries({ touches, changedTouches: [touch], timeStamp }))
    Object.defineProperty(event, name, { value })
  child.dispatchEvent(event)
  return event
}

test('a press of the mouse is a touch and a tap, in px of the page', () => {
  mouse('mousedown', 110, 70)
  mouse('mouseup', 111, 70)
  expect(types()).toEqual(['touchstart', 'touchend', 'tap'])
  expect(reports[2]).toMatchObject({
    target: child,
    detail: { x: 11, y: 1020 },
    touches: [],
    changedTouches: [{ identifier: 0, clientX: 11, clientY: 20, pageX: 11, pageY: 1020 }],
  })
})

test('a finger is a touch and a tap, and the mouse events that browsers send after it are not', () => {
  finger('touchstart', 110, 70, 1000)
  finger('touchend', 110, 70, 1050)
  mouse('mousedown', 110, 70, 1060)
  mouse('mouseup', 110, 70, 1060)
  expect(types()).toEqual(['touchstart', 'touchend', 'tap'])
})

test('the mouse counts again after a finger', () => {
  finger('touchstart', 0, 0, 1000)
  finger('touchend', 0, 0, 1050)
  mouse('mousedown', 0, 0, 2000)
  mouse('mouseup', 0, 0, 2050)
  expect(types().filter(type => type === 'tap')).toHaveLength(2)
})

test('what moves too far is no tap, even if it comes back', () => {
  mouse('mousedown', 0, 0)
  mouse('mousemove', 0, 11)
  mouse('mousemove', 0, 0)
  mouse('mouseup', 0, 0)
  expect(types()).toEqual(['touchstart', 'touchmove', 'canceltap', 'touchmove', 'touchend'])
})

test('a cancelled touch is no tap', () => {
  finger('touchstart')
  finger('touchcancel')
  expect(types()).toEqual(['touchstart', 'touchcancel', 'canceltap'])
})

test('a long press takes the place of a tap only where somebody waits for it', () => {
  mouse('mousedown')
  jest.advanceTimersByTime(350)
  mouse('mouseup')
  expect(types()).toEqual(['touchstart', 'longpress', 'touchend', 'tap'])

  reports.length = 0
  awaited = ['longpress']
  mouse('mousedown')
  jest.advanceTimersByTime(350)
  mouse('mouseup')
  expect(types()).toEqual(['touchstart', 'longpress', 'touchend'])
})

test('another button of the mouse is no finger', () => {
  child.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, button: 2 }))
  expect(types()).toEqual([])
})

test('nothing is reported after the end', () => {
  stop()
  mouse('mousedown')
  mouse('mouseup')
  expect(types()).toEqual([])
})
