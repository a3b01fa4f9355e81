import { toCloudError } from '../../../../miniprogram/cloud/cloud-error'
import { post } from '../support/ask'
import { failureOf, type TestCloud, useClouds } from '../support/use-clouds'

const startCloud = useClouds()

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startCloud()
})

const call = (body: unknown, headers?: Record<string, string>) =>
  post(`${cloud.url}/client/callFunction`, body, headers)

test('a call over HTTP answers what success() receives', async () => {
  const { status, json } = await call(
    { name: 'echo', data: { a: 1 } },
    { 'x-wx-openid': 'oClient', 'x-wx-source': 'wx_devtools' },
  )
  expect(status).toBe(200)
  expect(json).toMatchObject({
    result: { event: { a: 1 }, caller: { OPENID: 'oClient', SOURCE: 'wx_devtools' } },
    requestID: expect.stringMatching(/^[0-9a-f-]{36}$/),
    errMsg: 'cloud.callFunction:ok',
  })
})

test('a missing permission reaches the caller in the exact words of the platform', async () => {
  const failure = await failureOf(cloud.call('openapi', { name: 'wxacode.get', input: { path: 'p' } }))
  expect(failure).toMatchObject({
    errCode: -504002,
    errMsg:
      'cloud.callFunction:fail Error: errCode: -504002 functions execute fail | errMsg: Error: errCode: -604101 function has no permission to call this API | errMsg: system error: error code: -604101',
  })
  expect(toCloudError(failure)).toMatchObject({ transportCode: -504002, code: -604101 })
})

test('an unknown openapi and an illegal source have codes of their own', async () => {
  const unknown = await failureOf(cloud.call('openapi', { name: 'no.such', input: {} }))
  expect(unknown.errMsg).toBe(
    'cloud.callFunction:fail Error: errCode: -504002 functions execute fail | errMsg: Error: errCode: -604100 API not found | errMsg: system error: error code: -604100',
  )
  const input = { scene: 'a=1', checkPath: false }
  const illegal = await failureOf(
    cloud.call('openapi', { name: 'wxacode.getUnlimited', input }, { source: 'wx_unknown' }),
  )
  expect(toCloudError(illegal)).toMatchObject({ code: -604104 })
})

test('a function that is not there: -501000, with the id and the trace of the call', async () => {
  expect(await failureOf(cloud.call('missing'))).toMatchObject({
    errCode: -501000,
    errMsg: expect.stringMatching(
      /^cloud\.callFunction:fail Error: errCode: -501000 {2}\| errMsg: FunctionName parameter could not be found\. \(callId: \d{13}-0\.\d\d\) \(trace: \d\d:\d\d:\d\d start->\d\d:\d\d:\d\d system error \(Error: .*\), abort\)$/,
    ),
  })
})

test.each([['__proto__'], ['../echo'], ['..'], ['echo/../echo'], ['echo\\index'], ['/etc/passwd'], ['']])(
  'a name that could be a path is a function that is not there: %s',
  async name => {
    expect(await failureOf(cloud.call(name))).toMatchObject({ errCode: -501000 })
  },
)

test('another environment: -501000 Environment not found', async () => {
  const { json } = await call({ name: 'echo', data: {}, config: { env: 'another-env' } })
  expect(json).toEqual({
    errCode: -501000,
    errMsg: expect.stringMatching(
      /^cloud\.callFunction:fail Error: errCode: -501000 {2}\| errMsg: Environment not found \(callId: [\d.-]+\)$/,
    ),
  })
  expect((await call({ name: 'echo', config: { env: 'local-env' } })).json).toHaveProperty('result')
})

test('data up to 100 KB goes through, more is refused before it is sent', async () => {
  const overhead = JSON.stringify({ text: '' }).length
  const fits = { text: 'x'.repeat(100 * 1024 - overhead) }
  expect((await call({ name: 'echo', data: fits })).json.result.event.text).toHaveLength(fits.text.length)
  const { status, json } = await call({ name: 'echo', data: { text: `${fits.text}x` } })
  expect(status).toBe(200)
  expect(json).toEqual({ errCode: -1, errMsg: 'cloud.callFunction:fail Error:data exceed max size' })
})

test('a reply over 1 MB: -604001', async () => {
  expect(await failureOf(cloud.call('faulty', { how: 'answer too much' }))).toMatchObject({
    errCode: -604001,
    errMsg: expect.stringContaining('errCode: -604001 cloudfunction result size exceed limit (1MB)'),
  })
})

test('errCode comes either way: the code, or -1 and the code in the text alone', async () => {
  const exact = await call({ name: 'faulty', data: { how: 'throw a text' } })
  const minusOne = await call(
    { name: 'faulty', data: { how: 'throw a text' } },
    { 'x-local-errcode': 'minus-one' },
  )
  expect(exact.json.errCode).toBe(-504002)
  expect(minusOne.json).toEqual({ ...exact.json, errCode: -1 })
  expect(
    await failureOf(cloud.call('faulty', { how: 'throw a text' }, { errCodes: 'minus-one' })),
  ).toMatchObject({
    errCode: -1,
  })
  const other = await startCloud({ errCodes: 'minus-one' })
  expect((await post(`${other.url}/client/callFunction`, { name: 'missing' })).json.errCode).toBe(-1)
})

test('a function calls a function: same user, one step further in the source', async () => {
  const { result } = await cloud.call('nested', { name: 'echo', data: { a: 1 } }, { openid: 'oUser' })
  expect(result).toMatchObject({
    errMsg: 'callFunction:ok',
    requestID: expect.any(String),
    result: {
      event: { a: 1, userInfo: { openId: 'oUser' } },
      caller: { OPENID: 'oUser', SOURCE: 'wx_client,scf' },
    },
  })
})

test('failures of a nested call reach the calling function as the SDK words them, with errCode -1', async () => {
  const failed = async (name: string, data = {}) =>
    ((await cloud.call('nested', { name, data })).result as { failed: unknown }).failed
  expect(await failed('missing')).toEqual({
    errCode: -1,
    errMsg: 'callFunction:fail FunctionName parameter could not be found.',
  })
  expect(await failed('faulty', { how: 'throw a text' })).toEqual({
    errCode: -1,
    errMsg: 'callFunction:fail just text',
  })
})

/** What has `nested` call itself so many times, and then `echo`. */
function selfCall(times: number): Record<string, unknown> {
  return times === 0
    ? { name: 'echo', data: { deepest: true } }
    : { name: 'nested', data: selfCall(times - 1) }
}

test('functions that call each other without end are stopped, however many processes they may have', async () => {
  const patient = await startCloud({ timeoutMs: 30_000, maxInstances: 1 })
  const deepest = await patient.call('nested', selfCall(8))
  expect(JSON.stringify(deepest.result)).toContain('"deepest":true')
  const { result } = await patient.call('nested', selfCall(9))
  expect(JSON.stringify(result)).toContain('functions call each other more than 10 deep')
})

test('as many calls at once as a function may have processes do not keep it from calling itself', async () => {
  const patient = await startCloud({ timeoutMs: 30_000, maxInstances: 3 })
  const answers = await Promise.all([1, 2, 3, 4, 5].map(() => patient.call('nested', selfCall(1))))
  for (const { result } of answers) expect(JSON.stringify(result)).toContain('"deepest":true')
})

test.each([
  ['no name', { data: {} }, {}, /"name" must be a string/],
  ['data that is no object', { name: 'echo', data: [1] }, {}, /"data" must be an object/],
  [
    'an environment that is no text',
    { name: 'echo', config: { env: 1 } },
    {},
    /"config.env" must be a string/,
  ],
  ['an openid that is none', { name: 'echo' }, { 'x-wx-openid': 'a b' }, /X-WX-OPENID must be/],
  [
    'a source that only the cloud may name',
    { name: 'echo' },
    { 'x-wx-source': 'wx_trigger' },
    /X-WX-SOURCE must be one of/,
  ],
])('a broken call is refused: %s', async (_what, body, headers, message) => {
  const { status, json } = await call(body, headers as Record<string, string>)
  expect(status).toBe(400)
  expect(json.error).toMatch(message)
})
