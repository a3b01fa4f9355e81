import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { askDatabase } from '../../../../miniprogram/cloud/ask-database'
import { call } from '../../../../miniprogram/cloud/call'
import { startUpload } from '../../../../miniprogram/cloud/storage'
import { environments } from '../../../../miniprogram/env'
import { useLocalPhone } from '../../support/local-phone'

let url = ''
const phone = useLocalPhone(() => url)

const server = createServer((_request, response) => {
  response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body)
})
let answer = { status: 200, body: '{}' }
beforeAll(done => {
  server.listen(0, '127.0.0.1', () => done())
})
afterAll(done => {
  server.close(done)
})
beforeEach(() => {
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

test.each([
  ['call', () => call('login', {}, { idempotent: true, retries: 2 })],
  ['askDatabase', () => askDatabase(database => database.collection('notes').get())],
  ['startUpload', () => startUpload({ cloudPath: 'a.png', filePath: 'a.png' }, () => {}).result],
])('%s() says that nobody listens, once', async (_name, run) => {
  // port 1 is for nobody
  url = 'http://127.0.0.1:1'
  await expect(run()).rejects.toMatchObject({
    name: 'CloudError',
    code: 'no-local-cloud',
    kind: 'environment',
    message: expect.stringMatching(/^Cannot reach http:\/\/127\.0\.0\.1:8710: request:fail /),
  })
  expect(phone().asked).toHaveLength(1)
})

test('somebody else listens there', async () => {
  answer = { status: 404, body: '<h1>Not found</h1>' }
  await expect(call('login')).rejects.toMatchObject({
    code: 'no-local-cloud',
    message: 'http://127.0.0.1:8710 answers with status 404',
  })
})

test('the local cloud refuses a request that it cannot understand', async () => {
  answer = { status: 413, body: '{"error":"the body is larger than 5 bytes"}' }
  await expect(call('login')).rejects.toMatchObject({
    code: 'unknown',
    message: expect.stringContaining('the body is larger than 5 bytes'),
  })
})

test('a request that takes too long may be repeated, and is not taken for a cloud that is not there', async () => {
  phone().wx.request = ({ fail }) => fail({ errMsg: 'request:fail timeout' })
  await expect(call('login')).rejects.toMatchObject({ transient: true })
})

test('with any other environment the local cloud is never asked', async () => {
  jest.replaceProperty(environments, 'develop', 'dev-1a')
  await jest.isolateModulesAsync(async () => {
    const { call } =
      require('../../../../miniprogram/cloud/call') as typeof import('../../../../miniprogram/cloud/call')
    const inits: object[] = []
    const cloud = {
      init: (options: object) => inits.push(options),
      callFunction: ({ success }: { success(answer: object): void }) =>
        success({ result: { ok: true, data: { openid: 'o-1' } } }),
    }
    Object.assign(phone().wx, { cloud })
    const { environments } =
      require('../../../../miniprogram/env') as typeof import('../../../../miniprogram/env')
    environments.develop = 'dev-1a'
    expect(await call('login')).toEqual({ openid: 'o-1' })
    expect(inits).toEqual([{ env: 'dev-1a', traceUser: true }])
    expect(phone().asked).toEqual([])
  })
})
