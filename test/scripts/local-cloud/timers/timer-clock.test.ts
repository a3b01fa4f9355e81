import { startTimerClock, type Timer } from '../../../../scripts/local-cloud/timers/timer-clock'

const SECOND = 1000
const HOUR = 3_600_000

const timer = (functionName: string, config: string): Timer => ({
  functionName,
  trigger: { name: functionName, type: 'timer', config },
})

beforeEach(() => {
  // 08:00 in UTC+8, a Thursday
  jest.useFakeTimers({ now: Date.UTC(2026, 0, 1) })
})

afterEach(() => {
  jest.useRealTimers()
})

function startClock() {
  const fired: string[] = []
  const clock = startTimerClock(({ functionName }) => fired.push(functionName))
  return { clock, fired }
}

test('startTimerClock() reads cron in UTC+8', () => {
  const { clock, fired } = startClock()
  clock.set([timer('atNine', '0 0 9 * * * *')])
  jest.advanceTimersByTime(HOUR - SECOND)
  expect(fired).toEqual([])
  jest.advanceTimersByTime(SECOND)
  expect(fired).toEqual(['atNine'])
  clock.stop()
})

test('set() keeps what stays, starts what is new, and stops what is gone', () => {
  const { clock, fired } = startClock()
  const [every, other] = [timer('every', '* * * * * * *'), timer('other', '*/2 * * * * * *')]
  clock.set([every])
  jest.advanceTimersByTime(2 * SECOND)
  expect(fired).toEqual(['every', 'every'])
  clock.set([every, other])
  clock.set([timer('every', '* * * * * * *'), other])
  jest.advanceTimersByTime(2 * SECOND)
  expect(fired.filter(name => name === 'every')).toHaveLength(4)
  expect(fired.filter(name => name === 'other')).toHaveLength(1)
  clock.set([other])
  fired.length = 0
  jest.advanceTimersByTime(4 * SECOND)
  expect(new Set(fired)).toEqual(new Set(['other']))
  clock.stop()
  jest.advanceTimersByTime(10 * SECOND)
  expect(fired).toHaveLength(2)
  expect(jest.getTimerCount()).toBe(0)
})

test.each([
  ['a Sunday', Date.UTC(2026, 0, 4, 3), 1],
  ['the 15th, a Thursday', Date.UTC(2026, 0, 15, 3), 1],
  ['neither', Date.UTC(2026, 0, 5, 3), 0],
])('day and weekday are read as either, as the platform documents: %s', (_day, eleven, times) => {
  jest.setSystemTime(eleven)
  const { clock, fired } = startClock()
  clock.set([timer('noon', '0 0 12 15 * SUN *')])
  jest.advanceTimersByTime(2 * HOUR)
  expect(fired).toHaveLength(times)
  clock.stop()
})
