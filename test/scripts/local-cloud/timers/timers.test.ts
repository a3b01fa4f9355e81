import { timerEvent } from '../../../../scripts/local-cloud/timers/timer-event'
import { post } from '../support/ask'
import { copyFunctions, failureOf, until, useClouds, useFolders } from '../support/use-clouds'

const startCloud = useClouds()
const makeFolder = useFolders()

test('timerEvent() is what SCF documents: UTC, to the second', () => {
  expect(timerEvent('EveryDay', Date.UTC(2019, 1, 21, 11, 49, 0, 999))).toEqual({
    Type: 'Timer',
    TriggerName: 'EveryDay',
    Time: '2019-02-21T11:49:00Z',
    Message: '',
  })
})

test('fireTimer() calls a function as its trigger would: no user, nothing added to the event', async () => {
  const cloud = await startCloud({ now: () => Date.UTC(2026, 4, 6, 7, 8, 9) })
  const { result } = await cloud.fireTimer('cleanup')
  expect(result).toEqual({
    event: { Type: 'Timer', TriggerName: 'everySecond', Time: '2026-05-06T07:08:09Z', Message: '' },
    caller: { ENV: 'local-env', SOURCE: 'wx_trigger' },
  })
})

test('a client can send the event of a timer, but not its source', async () => {
  const cloud = await startCloud()
  const { result } = await cloud.call('cleanup', { Type: 'Timer', TriggerName: 'everySecond' })
  expect(result).toMatchObject({ event: { Type: 'Timer', userInfo: {} }, caller: { SOURCE: 'wx_client' } })
})

test('a function without a timer, and a function that is not there, say so', async () => {
  const cloud = await startCloud()
  expect(await failureOf(cloud.fireTimer('echo'))).toMatchObject({
    code: 'no-trigger',
    message: expect.stringContaining('"echo" has no timer'),
  })
  expect(await failureOf(cloud.fireTimer('missing'))).toMatchObject({ code: 'unknown-function' })
  expect((await post(`${cloud.url}/local/timer`, { name: 'echo' })).status).toBe(404)
  expect((await post(`${cloud.url}/local/timer`, { name: 'cleanup' })).json).toMatchObject({
    errMsg: 'cloud.callFunction:ok',
  })
})

test('timers run by their cron where they are let, and only there', async () => {
  const functionsDir = copyFunctions(makeFolder(), 'cleanup')
  const quiet = await startCloud({ functionsDir })
  const cloud = await startCloud({ functionsDir, timers: true })
  const fired = () =>
    cloud.events.filter(event => event.kind === 'line' && event.text === 'fired everySecond')
  await until(() => (fired().length >= 2 ? true : undefined))
  expect(quiet.events).toEqual([])
}, 20_000)
