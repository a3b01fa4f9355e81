import { type CloudError, isCloudError } from '../../../miniprogram/cloud/cloud-error'
import { type CallOptions, createCall } from '../../../miniprogram/cloud/create-call'
import { initCloud } from '../../../miniprogram/cloud/init'
import { HandDrivenHost, settled } from '../support/call-host'

const busyCloud = {
  errMsg: 'cloud.callFunction:fail Error: errCode: -501002 resource server timeout | errMsg: x',
}
const missing = { errMsg: 'cloud.callFunction:fail Error: errCode: -501000  | errMsg: Environment not found' }
const fileID = 'cloud://test-1.abc/qrcodes/1.png'

/** The outcome of a promise, so that a rejection is never left unhandled while the test drives the host. */
function outcome<T>(promise: Promise<T>): Promise<{ value: T } | { error: unknown }> {
  return promise.then(
    value => ({ value }),
    error => ({ error }),
  )
}

async function failed(promise: Promise<{ value: unknown } | { error: unknown }>): Promise<CloudError> {
  const result = await promise
  if ('error' in result && isCloudError(result.error)) return result.error
  throw new Error(`expected a CloudError, got ${JSON.stringify(result)}`)
}

function start() {
  const host = new HandDrivenHost()
  const call = createCall(host)
  const qrcode = (options?: CallOptions) => outcome(call('qrcode', { scene: 'a=1' }, options))
  return { host, call, qrcode }
}

test('call() sends the name and the input, and resolves with the data of the reply', async () => {
  const { host, call } = start()
  const result = call('qrcode', { scene: 'a=1' })
  await host.answer({ ok: true, data: { fileID } })
  expect((await result).fileID).toBe(fileID)
  expect(host.requests).toMatchObject([{ name: 'qrcode', data: { scene: 'a=1' } }])
})

test('call() of a function without input needs its name alone', async () => {
  const { host, call } = start()
  const result = call('login')
  await host.answer({ ok: true, data: { openid: 'o-1' } })
  expect((await result).openid).toBe('o-1')
  expect(host.requests[0]?.data).toEqual({})
})

test('call() refuses wrong names, inputs and options at compile time', async () => {
  const { host, call } = start()
  const calls = [
    // @ts-expect-error no such function
    call('logn'),
    // @ts-expect-error no scene
    call('qrcode', {}),
    // @ts-expect-error no input at all
    call('qrcode'),
    // @ts-expect-error a scene is a string
    call('qrcode', { scene: 1 }),
    // @ts-expect-error only idempotent calls are repeated
    call('qrcode', { scene: 'a' }, { retries: 1 }),
    // @ts-expect-error login takes no input
    call('login', { name: 'x' }),
    // @ts-expect-error its result has no such field
    call('login').then(({ opneid }) => opneid),
  ]
  for (const request of host.requests) request.success({ result: { ok: true, data: {} } })
  await Promise.all(calls)
})

test('call() rejects with what the platform says', async () => {
  const { host, qrcode } = start()
  const result = qrcode()
  await host.fail(missing)
  expect(await failed(result)).toMatchObject({ code: -501000, functionName: 'qrcode', kind: 'environment' })
})

test('call() rejects with the refusal of the function and the id of the request', async () => {
  const { host, qrcode } = start()
  const result = qrcode()
  await host.answer({ ok: false, error: { code: 'not-found', message: 'No page' } }, 'request-1')
  expect(await failed(result)).toMatchObject({
    code: 'not-found',
    message: 'No page',
    requestId: 'request-1',
  })
})

test.each([
  ['nothing', undefined],
  ['null', null],
  ['a text', 'ok'],
  ["the platform's template", { event: {}, openid: 'o-1' }],
])('call() rejects if the function answers %s', async (_name, result) => {
  const { host, qrcode } = start()
  const waiting = qrcode()
  await host.answer(result)
  expect(await failed(waiting)).toMatchObject({ code: 'bad-reply', functionName: 'qrcode' })
})

test.each([
  ['undefined', undefined],
  ['a text', 'errCode: -501000'],
  ['an object without anything', {}],
])('call() rejects with a CloudError if the platform fails with %s', async (_name, error) => {
  const { host, qrcode } = start()
  const result = qrcode()
  await host.fail(error)
  expect((await failed(result)).functionName).toBe('qrcode')
})

test('call() rejects with a CloudError if the platform throws', async () => {
  const { host, qrcode } = start()
  host.callFunction = () => {
    throw new TypeError("Cannot read properties of undefined (reading 'callFunction')")
  }
  expect(await failed(qrcode())).toMatchObject({ code: 'no-cloud' })
  expect(host.pendingTimers).toBe(0)
})

test('call() does not call without an environment, and says why', async () => {
  const { host, qrcode } = start()
  const wx = { cloud: { init: () => {} }, getAccountInfoSync: () => ({ miniProgram: {} }) }
  host.state = initCloud(wx, { develop: '', trial: '', release: '' })
  expect((await failed(qrcode())).code).toBe('no-environment')
  expect(host.requests).toEqual([])
})

test('call() gives up after its time and ignores a late answer', async () => {
  const { host, qrcode } = start()
  const result = qrcode({ timeout: 5_000 })
  await host.pass(4_999)
  expect(host.pendingTimers).toBe(1)
  await host.pass(1)
  await host.answer({ ok: true, data: { fileID } })
  expect(await failed(result)).toMatchObject({ code: 'timeout', kind: 'transient', functionName: 'qrcode' })
})

test('call() waits 20 seconds unless told otherwise', async () => {
  const { host, qrcode } = start()
  const result = qrcode()
  await host.pass(19_999)
  expect(host.pendingTimers).toBe(1)
  await host.pass(1)
  expect((await failed(result)).code).toBe('timeout')
})

test.each(['answer', 'fail'] as const)('call() leaves no timer behind after an %s', async how => {
  const { host, qrcode } = start()
  const result = qrcode()
  await host[how]({ ok: true, data: { fileID } })
  await result
  expect(host.pendingTimers).toBe(0)
})

test('call() repeats an idempotent call after transient errors, at growing distances', async () => {
  const { host, qrcode } = start()
  const result = qrcode({ idempotent: true, retries: 2 })
  await host.fail(busyCloud)
  await host.pass(249)
  expect(host.requests).toHaveLength(1)
  await host.pass(1)
  expect(host.requests).toHaveLength(2)
  await host.fail(busyCloud)
  await host.pass(499)
  expect(host.requests).toHaveLength(2)
  await host.pass(1)
  await host.answer({ ok: true, data: { fileID } })
  expect(await result).toEqual({ value: { fileID } })
})

test('call() spreads the distances by chance', async () => {
  const { host, qrcode } = start()
  host.chance = 0.5
  const result = qrcode({ idempotent: true, retries: 1 })
  await host.fail(busyCloud)
  await host.pass(374)
  expect(host.requests).toHaveLength(1)
  await host.pass(1)
  expect(host.requests).toHaveLength(2)
  await host.answer({ ok: true, data: { fileID } })
  await result
})

test('call() never waits longer than eight seconds between attempts', async () => {
  const { host, qrcode } = start()
  host.chance = 0.999
  const result = qrcode({ idempotent: true, retries: 8 })
  for (let attempt = 1; attempt <= 8; attempt++) {
    await host.fail(busyCloud)
    await host.pass(8_000)
    expect(host.requests).toHaveLength(attempt + 1)
  }
  await host.fail(busyCloud)
  expect((await failed(result)).code).toBe(-501002)
})

test('call() repeats after a time-out too, and the first answer to the second attempt counts', async () => {
  const { host, qrcode } = start()
  const result = qrcode({ idempotent: true, retries: 1, timeout: 1_000 })
  await host.pass(1_000)
  await host.pass(500)
  expect(host.requests).toHaveLength(2)
  host.requests[0]?.success({ result: { ok: true, data: { fileID: 'late' } } })
  await host.answer({ ok: true, data: { fileID } })
  expect(await result).toEqual({ value: { fileID } })
})

test.each<[name: string, options: CallOptions, error: unknown]>([
  ['that does not say that it is idempotent', {}, busyCloud],
  ['that is idempotent but asks for no retries', { idempotent: true }, busyCloud],
  ['that fails for good', { idempotent: true, retries: 3 }, missing],
  ['whose retries come from untyped code', { retries: 3 } as never, busyCloud],
])('call() does not repeat a call %s', async (_name, options, error) => {
  const { host, qrcode } = start()
  const result = qrcode(options)
  await host.fail(error)
  await host.pass(60_000)
  await failed(result)
  expect(host.requests).toHaveLength(1)
})

test('call() does not repeat a call that the function refused for good', async () => {
  const { host, qrcode } = start()
  const result = qrcode({ idempotent: true, retries: 3 })
  await host.answer({ ok: false, error: { code: 'invalid-argument', message: 'x' } })
  expect((await failed(result)).code).toBe('invalid-argument')
})

test('call() repeats a call that the function asks to repeat', async () => {
  const { host, qrcode } = start()
  const result = qrcode({ idempotent: true, retries: 1 })
  await host.answer({ ok: false, error: { code: 'unavailable', message: 'x' } })
  await host.pass(500)
  await host.answer({ ok: true, data: { fileID } })
  expect(await result).toEqual({ value: { fileID } })
})

test('call() shows the loading sign from the first call under way to the end of the last', async () => {
  const { host, qrcode } = start()
  const first = qrcode()
  await settled()
  const second = qrcode()
  await settled()
  expect(host.busy).toEqual([true])
  await host.fail(missing)
  await second
  expect(host.busy).toEqual([true])
  host.requests[0]?.success({ result: { ok: true, data: { fileID } } })
  await first
  expect(host.busy).toEqual([true, false])
})

test('a silent call shows no loading sign', async () => {
  const { host, qrcode } = start()
  const result = qrcode({ silent: true })
  await host.answer({ ok: true, data: { fileID } })
  await result
  expect(host.busy).toEqual([])
})
