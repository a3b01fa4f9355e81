import { connect } from 'node:net'
import { ask, post } from '../support/ask'
import { type TestCloud, useClouds } from '../support/use-clouds'

const startCloud = useClouds()

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startCloud({ origins: ['http://127.0.0.1:5173'] })
})

const status = (headers: Record<string, string>) =>
  ask(`${cloud.url}/local/status`, { method: 'GET', headers })

test.each([['evil.example'], ['127.0.0.1'], ['127.0.0.1:1'], ['localhost.evil.example:80'], ['[::1]:80']])(
  'a request for another host is refused, and noted: %s',
  async host => {
    const { status: code, json } = await status({ host })
    expect(code).toBe(403)
    expect(json.error).toContain('refused a request for the host')
    expect(cloud.events).toContainEqual({
      kind: 'notice',
      text: expect.stringContaining(JSON.stringify(host)),
    })
  },
)

test.each([['http://evil.example'], ['null'], ['http://127.0.0.1:1'], ['https://127.0.0.1']])(
  'a page of another origin is refused, whatever it asks: %s',
  async origin => {
    for (const path of [
      '/local/status',
      '/client/callFunction',
      '/admin',
      '/componenttcb/getscflist',
      '/cos/a/b',
    ]) {
      const { status: code, headers } = await ask(`${cloud.url}${path}`, { headers: { origin }, body: '{}' })
      expect(code).toBe(403)
      expect(headers).not.toHaveProperty('access-control-allow-origin')
    }
  },
)

test('its own pages, and those it was told of, may ask', async () => {
  for (const origin of [cloud.url, `http://localhost:${cloud.port}`, 'http://127.0.0.1:5173']) {
    const { status: code, headers } = await status({ origin })
    expect(code).toBe(200)
    expect(headers['access-control-allow-origin']).toBe(origin)
  }
  const preflight = await ask(`${cloud.url}/client/callFunction`, {
    method: 'OPTIONS',
    headers: { origin: 'http://127.0.0.1:5173', 'access-control-request-method': 'POST' },
  })
  expect(preflight.status).toBe(204)
  expect(preflight.headers['access-control-allow-headers']).toContain('x-wx-openid')
  const refused = await ask(`${cloud.url}/client/callFunction`, {
    headers: { origin: 'http://127.0.0.1:5173', 'content-type': 'application/json' },
    body: '{}',
  })
  expect(refused.status).toBe(400)
  expect(refused.headers['access-control-allow-origin']).toBe('http://127.0.0.1:5173')
})

test('without an origin, as programs ask, and by either name of this machine, it answers', async () => {
  expect((await status({})).json).toMatchObject({ cloud: 'wx-cloud-kit', env: 'local-env', pid: process.pid })
  expect((await status({ host: `localhost:${cloud.port}` })).status).toBe(200)
})

test('it listens on loopback alone', async () => {
  const answer = await new Promise<string>(resolve => {
    const socket = connect({ host: '::1', port: cloud.port })
    socket.on('connect', () => resolve('connected')).on('error', () => resolve('refused'))
  })
  expect(answer).toBe('refused')
})

test.each([
  ['without a signature', {}],
  [
    'with the secret of nobody',
    { authorization: 'TC3-HMAC-SHA256 Credential=AKIDguess/2026-01-01/tcb/tc3_request' },
  ],
])('/admin is for functions of this cloud: %s', async (_what, headers) => {
  const { status: code, json } = await post(
    `${cloud.url}/admin?env=local-env`,
    { action: 'database.getDocument' },
    headers as Record<string, string>,
  )
  expect(code).toBe(403)
  expect(json.error).toContain('only functions of this cloud may use /admin')
})

test('a function cannot speak for another: the token of a call counts only with the secret of its function', async () => {
  const { result } = await cloud.call('echo')
  const { environment } = result as { environment: Record<string, string> }
  const other = (
    await cloud.call('openapi', {
      name: 'security.msgSecCheck',
      input: { content: 'x', version: 2, scene: 2, openid: 'o' },
    })
  ).result
  expect(other).toHaveProperty('result.suggest')
  const { json } = await post(
    `${cloud.url}/admin?env=local-env`,
    {
      action: 'functions.invokeFunction',
      function_name: 'echo',
      request_data: '{}',
      wxCloudApiToken: 'forged',
    },
    {
      authorization: `TC3-HMAC-SHA256 Credential=${environment.TENCENTCLOUD_SECRETID}/2026-01-01/tcb/tc3_request`,
    },
  )
  expect(JSON.parse(json.data.response_data).caller).toEqual({
    APPID: 'wx0000000000000000',
    CLIENTIP: '127.0.0.1',
    ENV: 'local-env',
    SOURCE: 'scf',
  })
})

test('a path where nothing is says so', async () => {
  const { status: code, json } = await ask(`${cloud.url}/nothing/here`, { method: 'GET' })
  expect(code).toBe(404)
  expect(json.error).toBe('there is nothing at GET /nothing/here')
})
