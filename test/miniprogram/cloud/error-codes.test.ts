import { clientGroups } from '../../../miniprogram/cloud/codes/client'
import { openapiGroups } from '../../../miniprogram/cloud/codes/openapi'
import { ownGroups } from '../../../miniprogram/cloud/codes/own'
import { tencentGroups } from '../../../miniprogram/cloud/codes/tencent'
import { wechatGroups } from '../../../miniprogram/cloud/codes/wechat'
import {
  type Bilingual,
  codeNamedIn,
  errorCodes,
  explainCode,
  knownMessages,
} from '../../../miniprogram/cloud/error-codes'

const range = (from: number, to: number) => Array.from({ length: from - to + 1 }, (_, index) => from - index)

/** The official table, and what wx-server-sdk 4.0.2 has beside it. */
const documented = [
  -1,
  ...range(-401001, -401003),
  ...range(-402001, -402011),
  -403001,
  ...range(-404001, -404012),
  ...range(-501001, -501009),
  ...range(-501015, -501021),
  -501023,
  ...range(-502001, -502005),
  ...range(-502010, -502015),
  ...range(-503001, -503004),
  ...[-504001, -504002],
  ...range(-601001, -601013),
  ...range(-601015, -601018),
  ...[-601022, -601023, -601027, -601034, -602001, -602018],
  ...[-604001, ...range(-604100, -604104), -605101],
  ...[-606001, -606002, -606003, -606006, 102002, 102005],
]
const undocumented = [-501000, -504003]

/** The error tables of the openapis that the kit calls or explains. */
const openapis = {
  'wxacode.getUnlimited': [-1, 40001, 40097, 40129, 40169, 41030, 85096, 45009],
  'wxacode.get': [-1, 40001, 40097, 40159, 45029, 85096],
  'security.msgSecCheck': [-1, 40001, 40003, 40129, 43002, 43104, 44002, 44991, 45009, 47001, 61010, 87014],
  'security.mediaCheckAsync': [-1, 40001, 40003, 40004, 43104, 44991, 45009, 61010, 87020],
  'subscribeMessage.send': [40001, 40003, 40014, 40037, 43101, 43107, 43108, 45168, 47003],
  'wx.requestSubscribeMessage': [10002, 10003, 10004, 10005, 20001, 20004, 20005],
  'phonenumber.getPhoneNumber': [-1, 40013, 40029, 45011],
  'urllink.generate': [
    ...[-1, 40001, 40002, 40013, 40165, 40212, 44990, 44993, 85079, 85088],
    ...[85401, 85402, 85406, 85407, 85408],
  ],
  'customerServiceMessage.send': [-1, 40001, 40013, 45015, 45047, 48001, 70000],
}

test.each([...documented, ...undocumented])('code %i has an entry', code => {
  expect(errorCodes.get(code)?.code).toBe(code)
})

test.each(Object.entries(openapis))('every code of %s has an entry', (_name, codes) => {
  expect(codes.filter(code => !errorCodes.has(code))).toEqual([])
})

test.each([
  'invalid-argument',
  'out-of-range',
  'unauthenticated',
  'permission-denied',
  'not-found',
  'already-exists',
  'failed-precondition',
  'resource-exhausted',
  'aborted',
  'unavailable',
  'deadline-exceeded',
  'timeout',
  'no-cloud',
  'no-environment',
  'no-local-cloud',
  'bad-reply',
  'unknown',
] as const)('code "%s" has an entry', code => {
  expect(errorCodes.get(code)?.code).toBe(code)
})

const everything = [
  ...errorCodes.values(),
  ...knownMessages.map(message => ({ code: String(message.pattern), ...message })),
]

test.each(everything.map(entry => [entry.code, entry] as const))(
  '%s is explained in both languages',
  (_code, entry) => {
    const isChinese = (text: string) => /\p{Script=Han}/u.test(text)
    const { meaning, steps } = entry
    expect(isChinese(meaning.zh) && !isChinese(meaning.en) && meaning.en.length > 5).toBe(true)
    expect(steps.zh.length).toBeGreaterThan(0)
    expect(steps.en.length).toBeGreaterThan(0)
    expect(steps.zh.filter(step => !isChinese(step))).toEqual([])
    expect(steps.en.filter(step => isChinese(step) || !step.endsWith('.'))).toEqual([])
    expect(['documented', 'seen', 'inferred']).toContain(entry.sure)
  },
)

test('no table explains a code twice', () => {
  const groups = [...clientGroups, ...tencentGroups, ...wechatGroups, ...openapiGroups, ...ownGroups]
  expect(groups.flatMap(([, , rows]) => [...rows])).toHaveLength(errorCodes.size)
})

test('only what a later try can mend is transient', () => {
  const transient = [...errorCodes.values()].filter(entry => entry.transient).map(entry => entry.code)
  expect(transient).toEqual(
    expect.arrayContaining([-501002, -504003, -604102, -404012, 'timeout', 'unavailable']),
  )
  for (const code of [
    -604101,
    -504002,
    -501000,
    -502003,
    -604001,
    43101,
    'invalid-argument',
    'bad-reply',
  ] as const) {
    expect(transient).not.toContain(code)
  }
})

test('what the documentation lacks is not called documented', () => {
  for (const code of [-501000, -504003, -501006, -502004, -602001, -602018, 45015]) {
    expect(errorCodes.get(code)?.sure).toBe('seen')
  }
})

const title = (meaning: Bilingual) => meaning.en

test('explainCode() tells a missing environment from a missing function', () => {
  expect(title(explainCode(-501000, 'Environment not found').meaning)).toMatch(/environment does not exist/)
  expect(title(explainCode(-501000, '[100003] env not exists').meaning)).toMatch(/environment does not exist/)
  expect(title(explainCode(-501000, 'FunctionName parameter could not be found.').meaning)).toMatch(
    /no such function/,
  )
  expect(title(explainCode(-501000).meaning)).toMatch(/environment or the function/)
})

test.each([
  [-504002, "Cannot find module 'valibot'", /lacks a module/],
  [-404011, 'wx is not defined', /has no wx/],
  [-504002, 'connect ECONNREFUSED 127.0.0.1:8080', /cannot reach another service/],
  [-1, "Cloud API isn't enabled, please call wx.cloud.init first", /has not run/],
  [-1, 'cloud init error: { errMsg: "invalid scope" }', /not open/],
  ['unknown', 'request:fail net::ERR_INTERNET_DISCONNECTED', /network request failed/],
] as const)('explainCode(%s, %j) says what the text says', (code, text, meaning) => {
  expect(title(explainCode(code, text).meaning)).toMatch(meaning)
})

test('explainCode() does not let a text change the meaning of a code that it does not belong to', () => {
  expect(explainCode(-604101, 'Environment not found')).toBe(errorCodes.get(-604101))
})

test.each([
  [-504999, /Tencent Cloud, about functions/],
  [-402099, /mini program, about the database/],
  [-404013, /mini program, about functions/],
  [-699999, /not listed$/],
  [99999, /not listed$/],
])('explainCode(%i) admits that the code is not listed, and says what its digits tell', (code, meaning) => {
  const entry = explainCode(code)
  expect(entry).toMatchObject({ code, sure: 'inferred', transient: false })
  expect(title(entry.meaning)).toMatch(meaning)
  expect(entry.steps.zh.length).toBeGreaterThan(0)
})

test('codeNamedIn() knows codes that are written as words', () => {
  expect(codeNamedIn('INVALID_ENV: env not found')).toBe(-501005)
  expect(codeNamedIn("Cannot read properties of undefined (reading 'callFunction')")).toBe('no-cloud')
  expect(codeNamedIn('nothing of the kind')).toBeUndefined()
})
