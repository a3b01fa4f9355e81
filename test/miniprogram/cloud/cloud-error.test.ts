import { isCloudError, isReply, kitError, toCloudError } from '../../../miniprogram/cloud/cloud-error'

interface Expected {
  codes: readonly (number | string)[]
  message: string
  requestId?: string
  callId?: string
  openapi?: string
  places?: readonly object[]
}

/** Texts as public issues and posts show them. */
const seen: [name: string, thrown: unknown, expected: Expected][] = [
  [
    'a missing permission',
    'Error: cloud.callFunction:fail Error: errCode: -504002 functions execute fail | errMsg: Error: errCode: -604101 function has no permission to call this API | errMsg: system error: error code: -604101',
    { codes: [-504002, -604101], message: 'function has no permission to call this API' },
  ],
  [
    'a missing permission, as documented',
    'Error: errCode: -604101 | errMsg: openapi.security.msgSecCheck:fail system error: error code: -604101',
    {
      codes: [-604101],
      message: 'function has no permission to call this API',
      openapi: 'security.msgSecCheck',
    },
  ],
  [
    'a function that threw',
    {
      errCode: -1,
      errMsg:
        "cloud.callFunction:fail Error: errCode: -504002 functions execute fail | errMsg: TypeError: Cannot read properties of undefined (reading 'x-real-ip') at getClientIp (/var/user/index.js:62442:23)",
    },
    {
      codes: [-504002],
      message: "TypeError: Cannot read properties of undefined (reading 'x-real-ip')",
      places: [{ file: '/var/user/index.js', line: 62442, column: 23 }],
    },
  ],
  [
    'a function that threw, on an older base library',
    'errCode: -404011 cloud function execution error | errMsg: cloud.callFunction:fail requestID 8ffd5110-0000-11ee-8000-525400000000, cloud function service error code -504002, error message wx is not defined; at cloud.callFunction api; ',
    {
      codes: [-404011, -504002],
      message: 'wx is not defined',
      requestId: '8ffd5110-0000-11ee-8000-525400000000',
    },
  ],
  [
    'a function that threw, with the message again on the next line',
    'Uncaught (in promise) Error: errCode: -404011 cloud function execution error | errMsg: cloud.callFunction:fail requestID 3e7eda4e-847b-11ea-b397-5254004f3f4d, cloud function service error code -504002, error message connect ECONNREFUSED 127.0.0.1:8080\nError: connect ECONNREFUSED 127.0.0.1:8080',
    {
      codes: [-404011, -504002],
      message: 'connect ECONNREFUSED 127.0.0.1:8080',
      requestId: '3e7eda4e-847b-11ea-b397-5254004f3f4d',
    },
  ],
  [
    'a missing function',
    'cloud.callFunction:fail Error: errCode: -501000  | errMsg: FunctionName parameter could not be found. (callId: 1771298316028-0.49) (trace: 11:18:36 start->11:18:36 system error (Error: errCode: -501000  | errMsg: FunctionName parameter could not be found.), abort)',
    {
      codes: [-501000],
      message: 'FunctionName parameter could not be found.',
      callId: '1771298316028-0.49',
    },
  ],
  [
    'the time limit',
    'cloud.callFunction:fail Error: errCode: -504003  | errMsg: Invoking task timed out after 3 seconds',
    { codes: [-504003], message: 'Invoking task timed out after 3 seconds' },
  ],
  [
    'polling',
    'errCode: -404012 polling exceed max timeout retry | errMsg: cloud.callFunction:fail polling exceed max timeout retry (callId: 1700000000000-0.12) (trace: 13:47:57 start->13:48:12 timeout, retry->13:48:18 app hide->...); at cloud.callFunction api; ',
    { codes: [-404012], message: 'polling exceed max timeout retry', callId: '1700000000000-0.12' },
  ],
  [
    'an unknown openapi',
    'Error: errCode: -604100 API not found | errMsg: system error: error code: -604100',
    { codes: [-604100], message: 'API not found' },
  ],
  [
    'a missing environment',
    'cloud.callFunction:fail Error: errCode: -501000  | errMsg: Environment not found (callId: 1700000000000-0.5)',
    { codes: [-501000], message: 'Environment not found', callId: '1700000000000-0.5' },
  ],
  [
    'a rule that refuses',
    'errCode: -502003 database permission denied | errMsg: Permission denied',
    { codes: [-502003], message: 'Permission denied' },
  ],
  [
    'a user who is not logged in',
    'errCode: -501023 permission denied | errMsg: Unauthenticated access is denied',
    { codes: [-501023], message: 'Unauthenticated access is denied' },
  ],
  [
    'an openapi that refuses',
    'errCode: 43101  | errMsg: openapi.subscribeMessage.send:fail user refuse to accept the msg rid: 64229bc2-48d0e8b1-2008ed9b',
    {
      codes: [43101],
      message: 'user refuse to accept the msg rid: 64229bc2-48d0e8b1-2008ed9b',
      openapi: 'subscribeMessage.send',
    },
  ],
  [
    'an openapi that refuses inside a function',
    {
      errCode: -504002,
      errMsg:
        'cloud.callFunction:fail Error: errCode: -504002 functions execute fail | errMsg: Error: errCode: 40169  | errMsg: openapi.wxacode.getUnlimited:fail invalid length for scene rid: 61655d5b-1',
    },
    {
      codes: [-504002, 40169],
      message: 'invalid length for scene rid: 61655d5b-1',
      openapi: 'wxacode.getUnlimited',
    },
  ],
  [
    'a cloud that is not open',
    '-601034 没有权限，请先开通云开发或者云托管',
    { codes: [-601034], message: '没有权限，请先开通云开发或者云托管' },
  ],
  [
    'a missing init',
    "errCode: -1 | errMsg: Cloud API isn't enabled, please call wx.cloud.init first 请先调用 wx.cloud.init() 完成初始化后再调用其他云 API。",
    {
      codes: [-1],
      message:
        "Cloud API isn't enabled, please call wx.cloud.init first 请先调用 wx.cloud.init() 完成初始化后再调用其他云 API。",
    },
  ],
  [
    "the function's own log",
    `{"errorCode":1,"errorMessage":"user code exception caught","stackTrace":"Cannot find module 'request-promise'"}`,
    { codes: ['unknown'], message: "Cannot find module 'request-promise'" },
  ],
  [
    "a line of the function's log",
    `Result:{"errorCode":1,"errorMessage":"user code exception caught","stackTrace":"Cannot find module 'request-promise'"}`,
    { codes: ['unknown'], message: "Cannot find module 'request-promise'" },
  ],
  [
    'a collection that a function misses',
    'cloud.callFunction:fail Error: errCode: -504002 functions execute fail | errMsg: Error: errCode: -502005 database collection not exists | errMsg: [ResourceNotFound] Db or Table not exist: cloudLogs',
    { codes: [-504002, -502005], message: '[ResourceNotFound] Db or Table not exist: cloudLogs' },
  ],
  [
    'a stack of the SDK',
    'Error: errCode: -501001 resource system error | errMsg: getOpenData:fail source.on is not a function; at getOpenData api; \n    at new CloudSDKError (/var/user/node_modules/wx-server-sdk/index.js:6366:28)\n    at step (/var/user/node_modules/tslib/tslib.js:136:27)',
    {
      codes: [-501001],
      message: 'source.on is not a function',
      places: [
        { file: '/var/user/node_modules/wx-server-sdk/index.js', line: 6366, column: 28 },
        { file: '/var/user/node_modules/tslib/tslib.js', line: 136, column: 27 },
      ],
    },
  ],
  [
    'a CloudBase code in words',
    '[DATABASE_PERMISSION_DENIED] Permission denied',
    { codes: [-502003], message: '[DATABASE_PERMISSION_DENIED] Permission denied' },
  ],
]

test.each(seen)('toCloudError() understands %s', (_name, thrown, expected) => {
  const { codes, message, requestId, callId, openapi, places } = toCloudError(thrown)
  expect({ codes, message, requestId, callId, openapi, places }).toEqual({ places: [], ...expected })
})

const permissionText = String(seen[0]?.[1])

test.each<[name: string, thrown: unknown]>([
  ['a string', permissionText],
  ['an Error', new Error(permissionText)],
  ['an object with errCode -504002', { errCode: -504002, errMsg: permissionText }],
  ['an object with errCode -1', { errCode: -1, errMsg: permissionText }],
  ['an object without errCode', { errMsg: permissionText }],
  ['an object with the code as a string', { errCode: '-504002', errMsg: permissionText }],
  ['JSON', JSON.stringify({ errCode: -1, errMsg: permissionText })],
  ['JSON of JSON', JSON.stringify(JSON.stringify({ errMsg: permissionText }))],
  ['an object inside an object', { error: { errMsg: permissionText } }],
  ['an object with JSON inside', { errMsg: JSON.stringify({ message: permissionText }) }],
  ['an Error with a cause', Object.assign(new Error(''), { cause: { errMsg: permissionText } })],
  [
    'a text with white space around and inside',
    `\n\t  ${permissionText.replace(/errCode: /g, 'errCode:\n  ')}  \n`,
  ],
])('toCloudError() finds transport and cause in %s', (_name, thrown) => {
  const error = toCloudError(thrown)
  expect(isCloudError(error)).toBe(true)
  expect(error).toMatchObject({ transportCode: -504002, code: -604101, kind: 'permission', transient: false })
})

test.each<[name: string, thrown: unknown, message: string]>([
  ['undefined', undefined, 'undefined'],
  ['null', null, 'null'],
  ['a number', 42, '42'],
  ['an empty string', '', ''],
  ['an empty object', {}, '{}'],
  ['a symbol', Symbol('x'), 'Symbol(x)'],
  ['a function', Math.max, 'function max() { [native code] }'],
  ['an ordinary Error', new TypeError('x is not a function'), 'x is not a function'],
  ['half a JSON text', '{"errMsg": "x', 'x'],
])('toCloudError() makes an unknown error of %s', (_name, thrown, message) => {
  const error = toCloudError(thrown)
  expect(error).toMatchObject({ codes: ['unknown'], code: 'unknown', kind: 'bug' })
  expect(error.message).toBe(message)
})

test('toCloudError() survives objects that have no end or no text', () => {
  const circle: Record<string, unknown> = Object.create(null)
  circle.error = circle
  let deep: object = {}
  for (let i = 0; i < 100_000; i++) deep = { deeper: deep }
  for (const thrown of [circle, deep, { big: 1n }]) expect(toCloudError(thrown).code).toBe('unknown')
})

test('toCloudError() leaves a CloudError as it is', () => {
  const error = kitError('timeout', 'Too late')
  expect(toCloudError(error, { functionName: 'login' })).toBe(error)
})

test('toCloudError() keeps the code, message and details of a refusal', () => {
  const details = [{ path: 'scene', message: 'must not be empty' }]
  const refusal = { ok: false, error: { code: 'invalid-argument', message: 'Wrong input', details } }
  const error = toCloudError(refusal, { functionName: 'qrcode', requestId: 'r-12345678' })
  expect(error).toMatchObject({
    codes: ['invalid-argument'],
    code: 'invalid-argument',
    kind: 'caller',
    transient: false,
    message: 'Wrong input',
    details,
    functionName: 'qrcode',
    requestId: 'r-12345678',
    raw: 'invalid-argument: Wrong input',
  })
})

test('toCloudError() takes the request id of the object, and keeps everything that was said', () => {
  const error = toCloudError(
    { errMsg: permissionText, requestID: 'abcdefgh-1' },
    { functionName: 'withheld' },
  )
  expect(error).toMatchObject({ requestId: 'abcdefgh-1', functionName: 'withheld', raw: permissionText })
})

test('a CloudError is an Error with a name', () => {
  const error = kitError('no-cloud', 'No cloud')
  expect(error).toBeInstanceOf(Error)
  expect(String(error)).toBe('CloudError: No cloud')
  expect([isCloudError(error), isCloudError(new Error('x')), isCloudError({ name: 'CloudError' })]).toEqual([
    true,
    false,
    false,
  ])
})

test.each<[result: unknown, expected: boolean]>([
  [{ ok: true, data: 1 }, true],
  [{ ok: true }, true],
  [{ ok: false, error: { code: 'not-found', message: 'x' } }, true],
  [{ ok: false, error: { code: 5 } }, false],
  [{ ok: false }, false],
  [{ ok: 'yes' }, false],
  [{ event: {}, openid: 'o' }, false],
  [null, false],
  [undefined, false],
  ['ok', false],
])('isReply(%j) is %s', (result, expected) => {
  expect(isReply(result)).toBe(expected)
})
