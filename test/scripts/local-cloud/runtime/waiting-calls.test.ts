import { openWaitingCalls } from '../../../../scripts/local-cloud/runtime/waiting-calls'

test('the deepest call that may run goes first, and calls of one depth in the order they came', () => {
  const calls = openWaitingCalls<string>()
  calls.add(1, 'first')
  calls.add(3, 'deepest')
  calls.add(1, 'second')
  calls.add(2, 'deep')
  const notTheDeepest = (depth: number) => depth < 3
  expect(calls.take(notTheDeepest)).toBe('deep')
  expect(calls.take(notTheDeepest)).toBe('first')
  expect(calls.take(notTheDeepest)).toBe('second')
  expect([calls.some(notTheDeepest), calls.take(notTheDeepest)]).toEqual([false, undefined])
  expect([calls.some(() => true), calls.take(() => true)]).toEqual([true, 'deepest'])
})

test('all of them can be taken out at once', () => {
  const calls = openWaitingCalls<string>()
  calls.add(1, 'one')
  calls.add(2, 'another')
  expect(calls.takeAll().sort()).toEqual(['another', 'one'])
  expect(calls.some(() => true)).toBe(false)
})
