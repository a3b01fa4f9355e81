import { connect } from 'node:net'
import { seededNumbers } from '../seeded-numbers'
import { ask, type Question } from '../support/ask'
import { type TestCloud, useClouds } from '../support/use-clouds'

const startCloud = useClouds()
const random = seededNumbers(20261121)

let cloud: TestCloud
let secretId: string

beforeAll(async () => {
  cloud = await startCloud()
  const { result } = await cloud.call('echo')
  secretId = (result as { environment: Record<string, string> }).environment.TENCENTCLOUD_SECRETID ?? ''
})

const PATHS = [
  '/admin?env=local-env',
  '/client/callFunction',
  '/client/database',
  '/client/storage',
  '/cos/x/y',
  '/local/timer',
  '/local/faults',
  '/local/subscription',
  '/local/phone-code',
  '/local/documents?collection=x',
  '/componenttcb/getscflist?access_token=x',
  '/tcb/uploadfuncconfig',
  '/cgi-bin/component/api_component_token',
  '/%zz',
  '/cos/%00/%ff?sign=%',
]
const WORDS = [
  ...[
    'action',
    'name',
    'data',
    'config',
    'query',
    'stages',
    'collectionName',
    'queryType',
    'transactionId',
    'path',
  ],
  ...[
    'file_list',
    'fileid_list',
    'apiName',
    'requestData',
    'function_name',
    'request_data',
    'envName',
    'env',
    'type',
  ],
  ...[
    'database.getDocument',
    'database.insertDocument',
    'database.aggregateDocuments',
    'database.modifyDocument',
  ],
  ...[
    'storage.getUploadMetadata',
    'storage.batchDeleteFile',
    'functions.invokeFunction',
    'wx.openApi',
    'echo',
    'nope',
  ],
  ...[
    '__proto__',
    'constructor',
    'DOC',
    'WHERE',
    '{"$gt":1}',
    '{"a":{"$regex":"("}}',
    '../../etc/passwd',
    '',
    '\u0000',
    '\ud800',
  ],
]

const whole = (limit: number) => Math.floor(random() * limit)
const pick = <T>(list: readonly T[]): T => list[whole(list.length)] as T
const bytes = (length: number) => Buffer.from(Array.from({ length }, () => whole(256)))

function anyValue(depth = 0): unknown {
  const kind = whole(depth > 3 ? 5 : 7)
  if (kind === 0) return pick(WORDS)
  if (kind === 1) return whole(1000) - 500
  if (kind === 2) return null
  if (kind === 3) return random() < 0.5
  if (kind === 4) return bytes(whole(20)).toString('latin1')
  const size = whole(4)
  if (kind === 5) return Array.from({ length: size }, () => anyValue(depth + 1))
  return anyObject(size, depth + 1)
}

function anyObject(size: number, depth = 0): Record<string, unknown> {
  return Object.fromEntries(Array.from({ length: size }, () => [pick(WORDS), anyValue(depth)]))
}

/** A request that has something of a right one, and something wrong. */
function anyRequest(): { path: string } & Question {
  const json = JSON.stringify({ action: pick(WORDS), ...anyObject(6) })
  const boundary = bytes(whole(10)).toString('hex')
  const part = `--${boundary}\r\nContent-Disposition: form-data; name="${pick(WORDS)}"\r\n\r\n${bytes(9).toString('latin1')}\r\n`
  return {
    path: pick(PATHS),
    method: pick(['POST', 'POST', 'POST', 'POST', 'PUT', 'GET', 'DELETE', 'PATCH']),
    headers: {
      ...(random() < 0.7 ? { authorization: `TC3 Credential=${secretId}/x/tcb/tc3_request` } : {}),
      ...(random() < 0.8
        ? {
            'content-type': pick([
              'application/json',
              `multipart/form-data; boundary=${boundary}`,
              'text/plain',
              'multipart/form-data',
            ]),
          }
        : {}),
      ...(random() < 0.1 ? { 'x-wx-openid': bytes(6).toString('hex') } : {}),
      ...(random() < 0.1 ? { 'x-cos-security-token': bytes(30).toString('base64url') } : {}),
    },
    body: pick([
      json,
      json.slice(0, whole(json.length)),
      part,
      `${part}--${boundary}--`,
      bytes(whole(400)),
      '',
      '[]',
      'null',
      '{"a":'.repeat(5000),
    ]),
  }
}

test('1,000 random malformed requests: each gets a clear answer, and the cloud goes on', async () => {
  const seen = new Map<number, number>()
  for (let batch = 0; batch < 40; batch++) {
    const answers = await Promise.all(
      Array.from({ length: 25 }, async () => {
        const { path, ...question } = anyRequest()
        return { path, question, answer: await ask(cloud.url + path, question) }
      }),
    )
    for (const { path, question, answer } of answers) {
      seen.set(answer.status, (seen.get(answer.status) ?? 0) + 1)
      const told = JSON.stringify({ path, question, answer })
      expect([told, answer.status === 200 || (answer.status >= 400 && answer.status < 500)]).toEqual([
        told,
        true,
      ])
    }
  }
  expect([...seen.values()].reduce((sum, count) => sum + count)).toBe(1000)
  expect(seen.get(400)).toBeGreaterThan(100)
  expect(cloud.events).not.toContainEqual({ kind: 'notice', text: expect.stringContaining('    at ') })
  expect((await cloud.call('echo', { still: 'there' })).result).toMatchObject({ event: { still: 'there' } })
}, 60_000)

test('what is not even HTTP is answered with 400 and noted', async () => {
  for (let round = 0; round < 30; round++) {
    const reply = await new Promise<string>(resolve => {
      let text = ''
      const socket = connect({ host: '127.0.0.1', port: cloud.port })
      socket
        .on('data', chunk => (text += chunk))
        .on('close', () => resolve(text))
        .on('error', () => resolve(text))
      socket.end(Buffer.concat([Buffer.from('\u0001'), bytes(50), Buffer.from('\r\n\r\n')]))
    })
    expect(reply).toMatch(/^HTTP\/1\.1 400 /)
  }
  expect(cloud.events).toContainEqual({
    kind: 'notice',
    text: expect.stringContaining('a request that is no HTTP'),
  })
})

test('what strangers send cannot speak to the terminal', async () => {
  await ask(`${cloud.url}/client/storage`, { body: JSON.stringify({ action: 1 }) })
  await ask(`${cloud.url}/%1b[2J`, { method: 'GET' })
  await ask(`${cloud.url}/local/timer`, { body: JSON.stringify({ name: '\u001b[31mred\u0007' }) })
  const texts = cloud.events.flatMap(event => (event.kind === 'notice' ? [event.text] : []))
  expect(texts.join('')).not.toMatch(/[^\P{Cc}\n]/u)
  expect(texts).toContainEqual(expect.stringContaining('\\x1b[31mred\\x07'))
})

test('a request that breaks off in the middle of its body leaves nothing behind', async () => {
  await new Promise<void>(resolve => {
    const socket = connect({ host: '127.0.0.1', port: cloud.port })
    const head = `POST /client/callFunction HTTP/1.1\r\nHost: 127.0.0.1:${cloud.port}\r\nContent-Length: 1000\r\n\r\n{"name":`
    socket.write(head, () => socket.destroy())
    socket.on('close', () => resolve())
  })
  expect((await cloud.call('echo')).errMsg).toBe('cloud.callFunction:ok')
})

test.each([
  ['/client/database', 3 * 1024 * 1024],
  ['/client/storage', 300 * 1024],
  ['/client/callFunction', 6 * 1024 * 1024],
  ['/local/timer', 100 * 1024],
])('a body that is too large for %s is refused, announced or not', async (path, size) => {
  const body = Buffer.alloc(size, 32)
  const announced = await ask(cloud.url + path, { headers: { 'content-length': String(size) }, body }).catch(
    () => undefined,
  )
  const streamed = await ask(cloud.url + path, { headers: { 'transfer-encoding': 'chunked' }, body }).catch(
    () => undefined,
  )
  // the connection may be closed before the client has sent it all; both are a refusal
  for (const answer of [announced, streamed]) expect([413, undefined]).toContain(answer?.status)
  expect(cloud.events).toContainEqual({
    kind: 'notice',
    text: expect.stringMatching(/the body is larger than \d+ bytes/),
  })
})
