import { createOpenapi, MalformedRequest } from '../../../../scripts/local-cloud/openapi'
import { seededNumbers } from '../seeded-numbers'
import { APPID, encodeRequest, ME, openapiForTest } from './ask-openapi'

const call = {
  permissions: ['wxacode.getUnlimited', 'security.msgSecCheck', 'wxacode.get'],
  source: 'wx_client',
  functionName: 'tester',
  openid: ME,
  appid: APPID,
}

function server() {
  return createOpenapi({ now: () => 0, newId: () => 'id' })
}

test('requests that the real SDK sent are read', () => {
  const openapi = server()
  openapi.answer({
    ...call,
    apiName: 'wxacode.getUnlimited',
    requestData:
      'CAASTwoOCgVzY2VuZRIFImE9MSIKEQoEcGFnZRIJInBhZ2VzL2kiChMKCmNoZWNrX3BhdGgSBWZhbHNlChUKCmxpbmVfY29sb3ISB3siciI6MX0=',
  })
  openapi.answer({ ...call, apiName: 'security.msgSecCheck', requestData: 'CAASEQoPCgdjb250ZW50EgQib2si' })
  expect(openapi.sent().map(({ fields }) => fields)).toEqual([
    { scene: 'a=1', page: 'pages/i', check_path: false, line_color: { r: 1 } },
    { content: 'ok' },
  ])
})

test('an error of the cloud is written as the SDK was seen to take it', () => {
  const reply = server().answer({ ...call, apiName: 'no.such', requestData: 'CAASAA==' })
  expect(reply.toString('base64')).toBe('GLyQ2////////wEgyAE=')
})

test('a call on behalf of another mini program is answered for that one', () => {
  const { openapi } = openapiForTest()
  const code = openapi.phoneCodes.issue(ME, { purePhoneNumber: '1' })
  const name = 'phonenumber.getPhoneNumber'
  const requestData = encodeRequest({ code }, { appid: 'wx1111111111111111' })
  const reply = openapi.answer({ ...call, apiName: name, permissions: [name], requestData })
  expect(reply.toString()).toContain('"appid":"wx1111111111111111"')
})

test.each([
  ['text that is not base64', 'not base64!'],
  ['bytes that are no message', Buffer.from([0xff, 0xff, 0xff])],
  ['a message that is cut off', encodeRequest({ scene: 'a=1' }).subarray(0, 9)],
  [
    'a value that is not JSON',
    encodeRequest({}, { openapiData: { pairs: [{ key: 'a', value: Buffer.from('{') }] } }),
  ],
  ['more than any call may carry', Buffer.alloc(4 * 1024 * 1024 + 1)],
  ['groups in groups', Buffer.alloc(100_000, 0x3b)],
])('%s is a malformed request', (_what, requestData) => {
  expect(() => server().answer({ ...call, apiName: 'wxacode.get', requestData })).toThrow(MalformedRequest)
})

test('500 random requests are answered or are malformed, and nothing else happens', () => {
  const random = seededNumbers(604101)
  const below = (limit: number) => Math.floor(random() * limit)
  const openapi = server()
  const base = encodeRequest({
    scene: 'a=1',
    page: 'pages/i',
    line_color: { r: 1 },
    content: 'x',
    version: 2,
  })
  const outcomes = { answered: 0, malformed: 0 }
  for (let round = 0; round < 500; round++) {
    const requestData = round % 2 === 0 ? Buffer.from(base) : Buffer.alloc(below(64))
    const changes = round % 2 === 0 ? 1 + below(6) : requestData.length
    for (let n = 0; n < changes && requestData.length > 0; n++)
      requestData[below(requestData.length)] = below(256)
    const apiName = call.permissions[below(call.permissions.length)] as string
    try {
      expect(Buffer.isBuffer(openapi.answer({ ...call, apiName, requestData }))).toBe(true)
      outcomes.answered++
    } catch (error) {
      expect(error).toBeInstanceOf(MalformedRequest)
      outcomes.malformed++
    }
  }
  expect(outcomes.answered).toBeGreaterThan(20)
  expect(outcomes.malformed).toBeGreaterThan(20)
})

test('fields of any type and name are answered', () => {
  const random = seededNumbers(47003)
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)] as Item
  const names = (
    'scene page path width line_color check_path content version openid touser template_id data code msgtype text ' +
    'media_url media_type jump_wxa query expire_type expire_time expire_interval env_version constructor __proto__'
  ).split(' ')
  const value = (): unknown => {
    const scalar = pick([
      null,
      true,
      1,
      2,
      -1,
      1e300,
      '',
      'text',
      'constructor',
      '\u0000',
      'x'.repeat(3000),
      [],
      {},
    ])
    return random() < 0.3
      ? { [pick(['thing1', 'constructor1', 'r', 'path', 'value'])]: { value: scalar } }
      : scalar
  }
  const { ask } = openapiForTest()
  for (let round = 0; round < 500; round++) {
    const name = pick([
      ...['wxacode.getUnlimited', 'wxacode.get', 'wxacode.createQRCode', 'security.msgSecCheck'],
      ...['security.mediaCheckAsync', 'subscribeMessage.send', 'phonenumber.getPhoneNumber'],
      ...['urllink.generate', 'urlscheme.generate', 'customerServiceMessage.send'],
    ])
    // Most of a right call, so that the later checks are reached too.
    const fields = {
      touser: ME,
      template_id: 'T',
      openid: ME,
      scene: 'a',
      path: 'p',
      content: 'c',
      expire_type: 1,
    }
    const reply = ask(
      name,
      Object.fromEntries([...Object.entries(fields), [pick(names), value()], [pick(names), value()]]),
    )
    expect(reply.errorCode).toBe(0)
    expect(reply.respData.length).toBeGreaterThan(0)
  }
})
