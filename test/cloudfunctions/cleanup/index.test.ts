import { expectRefusals, randomWrongInputs } from '../support/random-wrong-inputs'
import { useLocalCloud } from '../support/use-local-cloud'

const cloud = useLocalCloud(['cleanup'])
const day = 24 * 60 * 60 * 1000

/** Reports of this age. */
const reports = (count: number, days: number) =>
  Array.from({ length: count }, () => ({ code: `${days}`, receivedAt: new Date(Date.now() - days * day) }))
const left = () => cloud.database.all('cloudLogs').map(({ code }) => code)
const run = async () => (await cloud.fireTimer('cleanup')).result

test('cleanup removes reports older than 30 days, and no other', async () => {
  await cloud.database.insert(
    'cloudLogs',
    ...reports(3, 31),
    ...reports(1, 29),
    ...reports(1, 0),
    ...reports(2, 400),
  )
  expect(await run()).toEqual({ ok: true, data: { removed: 5, isDone: true } })
  expect(left()).toEqual(['29', '0'])
})

test('cleanup has nothing to do in an empty collection', async () => {
  expect(await run()).toEqual({ ok: true, data: { removed: 0, isDone: true } })
})

test('cleanup removes at most a thousand at once, oldest first, and the rest the next time', async () => {
  await cloud.database.insert('cloudLogs', ...reports(60, 31))
  await cloud.database.insert('cloudLogs', ...reports(1000, 32))
  expect(await run()).toEqual({ ok: true, data: { removed: 1000, isDone: false } })
  expect(left()).toEqual(Array(60).fill('31'))
  expect(await run()).toEqual({ ok: true, data: { removed: 60, isDone: true } })
})

test('cleanup can run twice at once: each report is removed, and counted, once', async () => {
  await cloud.database.insert('cloudLogs', ...reports(350, 31), ...reports(10, 1))
  const outcomes = await Promise.all([run(), run()])
  const removed = outcomes.map(outcome => (outcome as { data: { removed: number } }).data.removed)
  expect(removed.reduce((sum, count) => sum + count)).toBe(350)
  expect(left()).toHaveLength(10)
})

test('cleanup is for the timer: a user may not call it, whatever they send', async () => {
  await cloud.database.insert('cloudLogs', ...reports(1, 31))
  const timer = { Type: 'Timer', TriggerName: 'nightly', Time: '2026-11-21T00:00:00Z', Message: '' }
  await expectRefusals(cloud, 'cleanup', [{}, timer, ...randomWrongInputs([])], { code: 'permission-denied' })
})
