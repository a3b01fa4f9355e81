import { errorCodes } from '../../../miniprogram/cloud/error-codes'
import { explain } from '../../../scripts/explain/explanation'

const inEnglish = (text: string) => explain(text, { language: 'en' })

/** What `fail` really received, as public issues and posts have it. */
const REAL: [what: string, text: string, expected: object][] = [
  [
    'a missing permission',
    'Error: cloud.callFunction:fail Error: errCode: -504002 functions execute fail | errMsg: Error: errCode: -604101 function has no permission to call this API | errMsg: system error: error code: -604101',
    { code: -604101, title: expect.stringMatching(/no permission to call this openapi/), sure: 'documented' },
  ],
  [
    'a missing permission, as it is documented',
    'Error: errCode: -604101 | errMsg: openapi.security.msgSecCheck:fail system error: error code: -604101',
    { code: -604101, openapi: 'security.msgSecCheck', json: expect.stringContaining('security.msgSecCheck') },
  ],
  [
    'a function that threw, as JSON',
    `{"errCode":-1,"errMsg":"cloud.callFunction:fail Error: errCode: -504002 functions execute fail | errMsg: TypeError: Cannot read properties of undefined (reading 'x-real-ip') at getClientIp (/var/user/index.js:62442:23)"}`,
    { code: -504002, message: "TypeError: Cannot read properties of undefined (reading 'x-real-ip')" },
  ],
  [
    'a function that threw, under an older base library',
    'errCode: -404011 cloud function execution error | errMsg: cloud.callFunction:fail requestID 8ffd5110-0000-11ee-8000-525400000000, cloud function service error code -504002, error message wx is not defined; at cloud.callFunction api; ',
    {
      code: -504002,
      title: 'A function has no wx',
      requestId: '8ffd5110-0000-11ee-8000-525400000000',
      chain: [expect.objectContaining({ code: -404011 }), expect.objectContaining({ code: -504002 })],
    },
  ],
  [
    'a missing function',
    'cloud.callFunction:fail Error: errCode: -501000  | errMsg: FunctionName parameter could not be found. (callId: 1771298316028-0.49) (trace: 11:18:36 start->11:18:36 system error (Error: ...), abort)',
    { code: -501000, title: 'The environment has no such function', callId: '1771298316028-0.49' },
  ],
  [
    'the time limit',
    'cloud.callFunction:fail Error: errCode: -504003  | errMsg: Invoking task timed out after 3 seconds',
    { code: -504003, title: expect.stringMatching(/time limit/), sure: 'seen' },
  ],
  [
    'polling',
    'errCode: -404012 polling exceed max timeout retry | errMsg: cloud.callFunction:fail polling exceed max timeout retry (callId: 1700000000000-0.12) (trace: 13:47:57 start->13:48:12 timeout, retry->13:48:18 app hide->...); at cloud.callFunction api; ',
    { code: -404012, kind: 'transient' },
  ],
  [
    'an unknown openapi',
    'Error: errCode: -604100 API not found | errMsg: system error: error code: -604100',
    { code: -604100, title: 'The openapi does not exist' },
  ],
  [
    'a missing environment',
    'cloud.callFunction:fail Error: errCode: -501000  | errMsg: Environment not found (callId: 1700000000000-0.5)',
    { code: -501000, title: 'The cloud environment does not exist' },
  ],
  [
    'a missing collection in the function log',
    '{"errorCode":1,"errorMessage":"user code exception caught","stackTrace":"errCode: -502005 database collection not exists | errMsg: [ResourceNotFound] Db or Table not exist. Please check your request, but if the problem cannot be solved, contact us.; "}',
    { code: -502005, title: 'The collection does not exist' },
  ],
]

test.each(REAL)('explain() finds the cause of %s', async (_, text, expected) => {
  expect(await inEnglish(text)).toMatchObject({ known: true, ...expected })
  const inChinese = await explain(text, { language: 'zh' })
  expect(inChinese.title).toMatch(/\p{Script=Han}/u)
})

test.each([...errorCodes.values()].filter(({ code }) => code !== 'unknown').map(({ code }) => [code]))(
  'explain() takes the code %s alone, and has a cause, a next step and its certainty in both languages',
  async code => {
    for (const language of ['en', 'zh'] as const) {
      const explanation = await explain(String(code), { language })
      expect(explanation).toMatchObject({ known: true, code, title: errorCodes.get(code)?.meaning[language] })
      expect(explanation.steps.length).toBeGreaterThan(0)
      expect(explanation.steps.join()).not.toMatch(/\{(function|openapi)\}/)
      expect(['documented', 'seen', 'inferred']).toContain(explanation.sure)
      if (typeof code === 'number')
        expect(explanation.docs).toMatch(/^https:\/\/developers\.weixin\.qq\.com\//)
    }
  },
)

test('explain() forgives a forgotten minus', async () => {
  expect(await inEnglish('604101')).toMatchObject({ known: true, code: -604101 })
  expect(await inEnglish(' 43101\n')).toMatchObject({ known: true, code: 43101 })
})

test('explain() admits that it does not know a number, and says what its digits tell', async () => {
  const explanation = await inEnglish('errCode: -504999 something new')
  expect(explanation).toMatchObject({ known: false, code: -504999, nearest: [] })
  expect(explanation.title).toMatch(/not listed: from Tencent Cloud, about functions/)
})

test.each([
  ['Error: function has no permission to call this API', -604101],
  ['WARN Invoking task timed out after 3 seconds', -504003],
  ['[ResourceNotFound] Db or Table not exist: users', -502005],
  ['code: DATABASE_COLLECTION_NOT_EXIST', -502005],
  ['[100003] Param Invalid: env check invalid be filtered', -501000],
  ['cloud.callFunction:fail Error:data exceed max size', -606001],
  ['没有权限，请先开通云开发或者云托管', -601034],
])('explain() concludes the code from words that only one code has: %s', async (text, code) => {
  expect(await inEnglish(text)).toMatchObject({ known: true, code, sure: 'inferred' })
})

test('explain() knows that what has a stack in a package was thrown by a function', async () => {
  const explanation = await inEnglish(
    'TypeError: a is not a function\n    at main (/var/user/index.js:1:200)',
  )
  expect(explanation).toMatchObject({ known: true, code: -504002, sure: 'inferred' })
  expect(explanation.message).toBe('TypeError: a is not a function')
})

test('explain() gives the nearest messages for words without a code, typos and all', async () => {
  const { known, nearest } = await inEnglish('the databse collecton does not exists')
  expect(known).toBe(false)
  expect(nearest[0]).toMatchObject({ code: -502005 })
  expect(nearest.length).toBeLessThanOrEqual(3)
  const scores = nearest.map(({ score }) => score)
  expect(scores).toEqual([...scores].sort((a, b) => b - a))
})

test('explain() gives the nearest messages for Chinese words too', async () => {
  expect((await inEnglish('提示云函数没有权限调用这个接口')).nearest[0]).toMatchObject({ code: -604101 })
  expect((await inEnglish('cloudID 过期了怎么办')).nearest[0]).toMatchObject({ code: -601006 })
})

test.each(['hello world, what nice weather', '你好', 'x', '{}', 'null', '12 monkeys', '🙈'])(
  'explain() is honest about %j',
  async text => {
    expect(await inEnglish(text)).toMatchObject({ known: false, code: 'unknown', nearest: [] })
  },
)

test('explain() fills in the names of the text', async () => {
  const { functionName, steps } = await inEnglish(
    'functionName: "qrcode", errCode: -604101 | errMsg: openapi.wxacode.get:fail',
  )
  expect(functionName).toBe('qrcode')
  expect(steps[0]).toContain('cloudfunctions/qrcode/config.json')
  expect(steps[0]).toContain('"wxacode.get"')
})
