import { ME, openapiForTest } from './ask-openapi'

type Fields = Record<string, unknown>
type Row = [what: string, fields: Fields, errcode: number]

/** Each row changes one thing of a call that is right. */
function table(name: string, right: Fields, rows: Row[]): void {
  test.each<Row>([['as documented', {}, 0], ...rows])(`${name}: %s`, (_what, fields, errcode) => {
    const { ask, openapi } = openapiForTest({ pages: () => ['pages/index/index'] })
    openapi.subscriptions.add(ME, 'TEMPLATE')
    const reply = ask(name, { ...right, ...fields })
    expect(reply.errorCode).toBe(0)
    expect(reply.json?.errcode ?? 0).toBe(errcode)
    expect(openapi.sent()).toHaveLength(errcode === 0 ? 1 : 0)
  })
}

table('wxacode.getUnlimited', { scene: 'a=1' }, [
  ['no scene', { scene: undefined }, 40169],
  ['an empty scene', { scene: '' }, 40169],
  ['a scene of 32', { scene: 'x'.repeat(32) }, 0],
  ['a scene of 33', { scene: 'x'.repeat(33) }, 40169],
  ['every sign that a scene may hold', { scene: "!#$&'()*+,/:;=?@-._~aZ9" }, 0],
  ['a percent sign', { scene: 'a%20' }, 40129],
  ['Chinese', { scene: '中' }, 40129],
  ['a page', { page: 'pages/index/index' }, 0],
  ['a page with a slash', { page: '/pages/index/index' }, 41030],
  ['a page with parameters', { page: 'pages/index/index?a=1' }, 41030],
  ['a page that is not there', { page: 'pages/gone' }, 41030],
  ['a page that is not there and is not looked for', { page: 'pages/gone', check_path: false }, 0],
  ['the reserved parameter', { scene: 'scancode_time=1' }, 85096],
  ['an unknown version', { env_version: 'release_error' }, 40097],
  ['a width too small', { width: 279 }, 40097],
  ['a width too large', { width: 1281 }, 40097],
  ['a colour', { line_color: { r: '255', g: 0, b: 10 } }, 0],
  ['no colour', { line_color: { r: 256 } }, 40097],
  ['no object for a colour', { line_color: 'red' }, 40097],
])

table('wxacode.get', { path: 'pages/index/index?id=1' }, [
  ['no path', { path: '' }, 40159],
  ['a path of 1024', { path: 'x'.repeat(1024) }, 0],
  ['a path of 1025', { path: 'x'.repeat(1025) }, 40159],
  ['the reserved parameter', { path: 'a?scancode_time=1' }, 85096],
  ['a version', { env_version: 'trial' }, 0],
])

table('wxacode.createQRCode', { path: 'pages/index/index' }, [
  ['a path of 129', { path: 'x'.repeat(129) }, 40159],
  ['a width too small', { width: 10 }, 40097],
])

table('security.msgSecCheck', { content: 'hello', version: 2, scene: 2, openid: ME }, [
  ['no content', { content: undefined }, 47001],
  ['2500 characters', { content: '中'.repeat(2500) }, 0],
  ['2501 characters', { content: '中'.repeat(2501) }, 47001],
  ['no scene', { scene: undefined }, 47001],
  ['a scene that is none', { scene: 5 }, 40129],
  ['a scene as text', { scene: '2' }, 40129],
  ['no openid', { openid: undefined }, 47001],
  ['a bad openid', { openid: '{openid}' }, 40003],
  ['an unknown version', { version: 3 }, 47001],
])

table(
  'security.mediaCheckAsync',
  { media_url: 'https://a/b.png', media_type: 2, version: 2, scene: 1, openid: ME },
  [
    ['no URL', { media_url: 'cloud://a' }, 47001],
    ['an unknown type', { media_type: 3 }, 40004],
    ['version 1', { version: 1 }, 47001],
    ['a bad openid', { openid: '' }, 40003],
    ['a bad scene', { scene: 0 }, 40129],
  ],
)

table('subscribeMessage.send', { touser: ME, template_id: 'TEMPLATE', data: { thing1: { value: 'x' } } }, [
  ['a user who did not agree', { touser: 'oOther' }, 43101],
  ['a template that nobody agreed to', { template_id: 'OTHER' }, 43101],
  ['no user', { touser: undefined }, 40003],
  ['no template', { template_id: '' }, 40037],
  ['a template that is none', { template_id: 'a b' }, 40037],
  ['no data', { data: undefined }, 47003],
  ['an empty value', { data: { thing1: { value: '' } } }, 47003],
  ['a value without its object', { data: { thing1: 'x' } }, 47003],
  ['a value that is no text', { data: { thing1: { value: {} } } }, 47003],
  ['a state that is none', { miniprogram_state: 'release' }, 47003],
  ['a language that is none', { lang: 'en' }, 47003],
])

table('urllink.generate', { path: '/pages/index/index', query: 'a=1', expire_type: 1, expire_interval: 30 }, [
  ['a path with parameters', { path: 'pages/index?a=1' }, 40165],
  ['a query with a space', { query: 'a b' }, 40212],
  ['a query of 1025', { query: 'x'.repeat(1025) }, 40212],
  ['31 days', { expire_interval: 31 }, 85401],
  ['no end', { expire_type: 0 }, 85401],
  ['an end in an hour', { expire_type: 0, expire_time: Date.UTC(2026, 10, 21, 1) / 1000 }, 0],
  ['an end in the past', { expire_type: 0, expire_time: 1 }, 85401],
  ['an end in milliseconds', { expire_type: 0, expire_time: Date.UTC(2026, 10, 21, 1) }, 85401],
  ['an unknown version', { env_version: 'beta' }, 85402],
  ['an unknown kind of end', { expire_type: 2 }, 47001],
])

table('urlscheme.generate', { jump_wxa: { path: 'pages/index/index', query: '' } }, [
  ['one that expires', { is_expire: true, expire_type: 1, expire_interval: 1 }, 0],
  ['one that expires at no time', { is_expire: true }, 85401],
  ['an interval that is too long', { expire_type: 1, expire_interval: 31 }, 85401],
  ['a path with parameters', { jump_wxa: { path: 'a?b' } }, 40165],
  ['a query that is none', { jump_wxa: { query: '中' } }, 40212],
  ['an unknown version', { jump_wxa: { env_version: 'x' } }, 85402],
  ['no object', { jump_wxa: 'pages/index' }, 47001],
])

table('customerServiceMessage.send', { touser: ME, msgtype: 'text', text: { content: 'hi' } }, [
  ['a picture', { msgtype: 'image', image: { media_id: 'm' } }, 0],
  [
    'a card',
    { msgtype: 'miniprogrampage', miniprogrampage: { title: 't', pagepath: 'p', thumb_media_id: 'm' } },
    0,
  ],
  [
    'a card without its picture',
    { msgtype: 'miniprogrampage', miniprogrampage: { title: 't', pagepath: 'p' } },
    47001,
  ],
  ['no user', { touser: 5 }, 40003],
  ['an unknown type', { msgtype: 'toString' }, 47001],
  ['no text', { text: {} }, 47001],
  ['no object', { text: 'hi' }, 47001],
])

test("a failure carries the platform's words first and marks the kit's own", () => {
  const { ask } = openapiForTest()
  const send = (data: Fields) =>
    ask('subscribeMessage.send', { touser: ME, template_id: 'T', data }).json?.errmsg
  expect(send({ thing1: { value: 'x' } })).toMatch(
    /^user refuse to accept the msg rid: id-1 \[local cloud: oMe\d+ has agreed to no \(further\) message of T: /,
  )
  expect(send({ time2: { value: '' } })).toMatch(
    /^argument invalid! data\.time2\.value is empty rid: id-2 \[/,
  )
  expect(send({ thing5: { value: 'x'.repeat(21) } })).toBe(
    `argument invalid! data.thing5.value invalid rid: id-3 [local cloud: thing5 holds at most 20 characters, not "${'x'.repeat(21)}"]`,
  )
})

test('each agreement is good for one message, and a message that is wrong uses up none', () => {
  const { ask, openapi } = openapiForTest()
  const send = (value = 'x') =>
    ask('subscribeMessage.send', { touser: ME, template_id: 'T', data: { thing1: { value } } }).json?.errcode
  openapi.subscriptions.add(ME, 'T')
  openapi.subscriptions.add(ME, 'T')
  expect([send('x'.repeat(21)), send(), send(), send()]).toEqual([47003, 0, 0, 43101])
  openapi.subscriptions.add(ME, 'T', 3)
  expect(openapi.subscriptions.count(ME, 'T')).toBe(3)
  openapi.reset()
  expect(openapi.subscriptions.count(ME, 'T')).toBe(0)
})

test.each<[name: string, good: (string | number)[], bad: string[]]>([
  ['thing1', ['x', '中'.repeat(20), 'a 1!'], ['x'.repeat(21)]],
  ['number01', [5, '3.14', '9'.repeat(32)], ['5 yuan', '9'.repeat(33), '']],
  ['letter1', ['abc'], ['a1', 'x'.repeat(33)]],
  ['symbol1', ['!?', '￥'], ['a!', '!!!!!!', '\n']],
  ['character_string1', ['A-1 b', '~'.repeat(32)], ['中', 'x'.repeat(33)]],
  [
    'time1',
    ['15:01', '15:01:30', '2019年10月1日 15:01', '15:01~16:00', '2019-10-01 15:01'],
    ['noon', '15:01～16:00'],
  ],
  [
    'date1',
    ['2019年10月1日', '2019-12-25 09:42', '2018/01/01', '2018.01.01', '2018-01', '1月5日'],
    ['today', '15:01'],
  ],
  ['amount1', ['￥100', '$9.5', '100元', 100], ['￥12345678901', 'RMB 5']],
  ['phone_number1', ['+86-0766-66888866'], ['0'.repeat(18), 'ext']],
  ['car_number1', ['粤A8Z888挂', 'A12345'], ['粤A8Z888888', '粤中8']],
  ['name1', ['某某', 'Ann-Mary Smith', '订阅'], ['中'.repeat(11), 'x'.repeat(21), 'R2D2']],
  ['phrase1', ['配送中'], ['配送中中中中', 'ok']],
  ['enum1', ['anything'], []],
  ['site1', ['x'.repeat(100)], []],
])('values of %s', (name, good, bad) => {
  const { ask, openapi } = openapiForTest()
  openapi.subscriptions.add(ME, 'T', 100)
  const send = (value: unknown) =>
    ask('subscribeMessage.send', { touser: ME, template_id: 'T', data: { [name]: { value } } }).json?.errcode
  expect(good.filter(value => send(value) !== 0)).toEqual([])
  expect(bad.filter(value => send(value) !== 47003)).toEqual([])
})

describe('security.msgSecCheck', () => {
  const v2 = { version: 2, scene: 1, openid: ME }

  test('version 2 answers risky text as a success', () => {
    const { ask } = openapiForTest()
    expect(ask('security.msgSecCheck', { ...v2, content: 'hello world!' }).json).toEqual({
      errcode: 0,
      errmsg: 'ok',
      result: { suggest: 'pass', label: 100 },
      detail: [{ strategy: 'content_model', errcode: 0, suggest: 'pass', label: 100, prob: 90 }],
      trace_id: 'id-1',
    })
    expect(ask('security.msgSecCheck', { ...v2, content: 'you risky-abuse!' }).json).toMatchObject({
      errcode: 0,
      result: { suggest: 'risky', label: 20003 },
      detail: [
        { strategy: 'content_model', suggest: 'risky', label: 20003 },
        { strategy: 'keyword', suggest: 'risky', label: 20003, keyword: 'risky-abuse' },
      ],
    })
    const result = (fields: Fields) => ask('security.msgSecCheck', { ...v2, ...fields }).json?.result
    const sample = '特3456书yuuo莞6543李zxcz蒜7782法fgnv级'
    expect(result({ content: sample })).toEqual({ suggest: 'risky', label: 21000 })
    expect(result({ content: 'ok', nickname: 'review-ads' })).toEqual({ suggest: 'review', label: 10001 })
    expect(result({ content: 'a risky plan, a risky-business' })).toEqual({ suggest: 'pass', label: 100 })
  })

  test('version 1 throws', () => {
    const { ask } = openapiForTest()
    expect(ask('security.msgSecCheck', { content: 'hello' }).json).toEqual({ errcode: 0, errmsg: 'ok' })
    expect(ask('security.msgSecCheck', { content: 'risky-porn' }).json).toMatchObject({
      errcode: 87014,
      errmsg: expect.stringMatching(/^risky content rid: /),
    })
    expect(ask('security.msgSecCheck', { content: 'x'.repeat(500 * 1024 + 1) }).json?.errcode).toBe(47001)
    expect(ask('security.msgSecCheck', {}).json?.errcode).toBe(44002)
  })
})

describe('phonenumber.getPhoneNumber', () => {
  const change = ({ ask }: ReturnType<typeof openapiForTest>, fields: Fields) =>
    ask('phonenumber.getPhoneNumber', fields).json

  test('a code becomes a number once', () => {
    const server = openapiForTest()
    const code = server.openapi.phoneCodes.issue(ME, { purePhoneNumber: '13800000000' })
    server.clock.now += 60_000
    expect(change(server, { code })).toEqual({
      errcode: 0,
      errmsg: 'ok',
      phone_info: {
        phoneNumber: '13800000000',
        purePhoneNumber: '13800000000',
        countryCode: '86',
        watermark: { timestamp: Date.UTC(2026, 10, 21) / 1000, appid: 'wx0000000000000000' },
      },
    })
    expect(change(server, { code })?.errcode).toBe(40029)
  })

  test('a code is good for five minutes and for its own user', () => {
    const server = openapiForTest()
    const issue = () => server.openapi.phoneCodes.issue(ME, { purePhoneNumber: '5550100', countryCode: '1' })
    const [first, second, third, fourth] = [issue(), issue(), issue(), issue()]
    expect(change(server, { code: first, openid: 'oOther' })?.errcode).toBe(40029)
    expect(change(server, { code: second, openid: ME })?.phone_info).toMatchObject({
      phoneNumber: '+15550100',
    })
    server.clock.now += 5 * 60_000
    expect(change(server, { code: third })?.errcode).toBe(0)
    server.clock.now += 1
    expect(change(server, { code: fourth })?.errcode).toBe(40029)
    expect(change(server, { code: 'made up' })?.errcode).toBe(40029)
    expect(change(server, {})?.errcode).toBe(40029)
  })
})

test('links are new each time', () => {
  const { ask } = openapiForTest()
  const end = { expire_type: 1, expire_interval: 1 }
  expect(ask('urllink.generate', end).json?.url_link).toBe('https://wxaurl.cn/id-1')
  expect(ask('urlscheme.generate', {}).json?.openlink).toBe('weixin://dl/business/?t=id-2')
})
