import { findErrors } from '../../../scripts/explain/find-errors'

const PERMISSION =
  'errCode: -504002 functions execute fail | errMsg: Error: errCode: -604101 function has no permission'

test('findErrors() explains each error once, with how often it came, the most frequent first', () => {
  const log = [
    '2026-11-21 10:00:00 INFO started',
    '2026-11-21 10:00:01 cloud.callFunction:fail Error: errCode: -504003  | errMsg: Invoking task timed out after 3 seconds',
    `2026-11-21 10:00:02 requestId: 8ffd5110-0000-11ee-8000-525400000001 ${PERMISSION}`,
    '2026-11-21 10:00:03 INFO error rate 0.1, -404 pages',
    `2026-11-21 10:00:04 requestId: 8ffd5110-0000-11ee-8000-525400000002 ${PERMISSION}`,
  ].join('\r\n')
  expect(findErrors(log)).toMatchObject({
    more: 0,
    errors: [
      { count: 2, line: 3 },
      { count: 1, line: 2 },
    ],
  })
})

test('findErrors() keeps a stack with its error, and tells errors at different places apart', () => {
  const thrown = (column: number) =>
    `TypeError: x is not a function\n    at main (/var/user/index.js:1:${column})`
  const { errors } = findErrors(['ok', thrown(10), thrown(20), 'ok', thrown(10)].join('\n'))
  expect(errors.map(({ count, line }) => [count, line])).toEqual([
    [2, 2],
    [1, 4],
  ])
  expect(errors[0]?.text).toBe(thrown(10))
})

test('findErrors() puts a printed object together', () => {
  const printed = "{\n  errCode: -504002,\n  errMsg: 'cloud.callFunction:fail Error: errCode: -604101 no'\n}"
  const { errors } = findErrors(`before\n${printed}\nafter`)
  expect(errors).toHaveLength(1)
  expect(errors[0]?.text).toContain('-604101')
})

test('findErrors() reads the log of the local cloud, where a failure stands twice', () => {
  const log = `2026-11-21T14:47:48.699Z echo RequestId: ddd372c4-7263-40d6-a3ad-def955bb38fe ! TypeError: no
2026-11-21T14:47:48.700Z echo RequestId: ddd372c4-7263-40d6-a3ad-def955bb38fe !     at p (/var/user/index.js:1:667)
2026-11-21T14:47:48.700Z echo RequestId: ddd372c4-7263-40d6-a3ad-def955bb38fe !     at node:events:524:28
2026-11-21T14:47:48.703Z REPORT echo RequestId: ddd372c4-7263-40d6-a3ad-def955bb38fe Duration: 10.46ms MemUsage: 64.15MB thrown Error: TypeError: no at p (/var/user/index.js:1:667)
2026-11-21T14:47:49.000Z REPORT echo RequestId: eee372c4-7263-40d6-a3ad-def955bb38fe Duration: 10.46ms MemUsage: 64.15MB reply`
  expect(findErrors(log)).toEqual({
    more: 0,
    errors: [
      {
        text: 'TypeError: no\n    at p (/var/user/index.js:1:667)\n    at node:events:524:28',
        functionName: 'echo',
        requestId: 'ddd372c4-7263-40d6-a3ad-def955bb38fe',
        count: 1,
        line: 1,
      },
    ],
  })
})

test('findErrors() finds the code in a line as long as a file', () => {
  const line = `${'x'.repeat(2_000_000)} errCode: -604101 no ${'y'.repeat(2_000_000)}`
  const [error] = findErrors(line).errors
  expect(error?.text).toContain('errCode: -604101')
  expect(error?.text.length).toBeLessThanOrEqual(16_000)
})

test('findErrors() says how many kinds it leaves out', () => {
  const log = Array.from(
    { length: 25 },
    (_, index) =>
      `errCode: -504002 | errMsg: Error: kind ${'abcde'[index % 5]}${'vwxyz'[Math.floor(index / 5)]}`,
  )
  const { errors, more } = findErrors(log.join('\n'))
  expect([errors.length, more]).toEqual([20, 5])
})

test('findErrors() finds none where there is none', () => {
  expect(findErrors('all is well\nerror rate: 0\nfailed: 0 of 100\n')).toEqual({ errors: [], more: 0 })
})
