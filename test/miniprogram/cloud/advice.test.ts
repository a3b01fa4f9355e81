import { advise } from '../../../miniprogram/cloud/advice'
import { toCloudError } from '../../../miniprogram/cloud/cloud-error'

const missingPermission = toCloudError(
  'Error: cloud.callFunction:fail Error: errCode: -504002 functions execute fail | errMsg: Error: errCode: -604101 function has no permission to call this API | errMsg: system error: error code: -604101',
  { functionName: 'withheld' },
)

test('advise() explains a missing permission: which file, which JSON, how to upload, how long to wait', () => {
  const advice = advise(missingPermission, { openapi: 'wxacode.get', language: 'en' })
  expect(advice).toMatchObject({ kind: 'permission', kindLabel: 'Permission', sure: 'documented' })
  expect(advice.chain.map(({ code }) => code)).toEqual([-504002, -604101])
  expect(advice.file).toBe('cloudfunctions/withheld/config.json')
  expect(JSON.parse(advice.json ?? '')).toEqual({ permissions: { openapi: ['wxacode.get'] } })
  const steps = advice.steps.join('\n')
  expect(steps).toContain('cloudfunctions/withheld/config.json')
  expect(steps).toContain('"wxacode.get"')
  expect(steps).toMatch(/upload the function with WeChat DevTools/)
  expect(steps).toMatch(/up to ten minutes/)
  expect(steps).toMatch(/Local debugging does not enforce/)
})

test('advise() speaks Chinese unless told otherwise', () => {
  const advice = advise(missingPermission)
  expect(advice.title).toBe('云函数没有调用此 openapi 的权限')
  expect(advice.steps.join('\n')).toMatch(/10 分钟/)
})

test('advise() gives no JSON where the openapi is not known, and no file where the function is not', () => {
  const advice = advise(toCloudError('errCode: -604101 | errMsg: system error: error code: -604101'))
  expect(advice.json).toBeUndefined()
  expect(advice.file).toBeUndefined()
  expect(advice.steps[0]).toContain('cloudfunctions/<函数名>/config.json')
})

test('advise() takes the openapi from the text, if it stands there', () => {
  const error = toCloudError(
    'errCode: -604101 | errMsg: openapi.security.msgSecCheck:fail system error: error code: -604101',
  )
  expect(advise(error).json).toContain('security.msgSecCheck')
})

test('advise() gives permission JSON for no other error', () => {
  const error = toCloudError('errCode: -604100 API not found', { functionName: 'withheld' })
  const advice = advise(error, { openapi: 'wxacode.gett', language: 'en' })
  expect(advice.json).toBeUndefined()
  expect(advice.steps.join()).toContain('"wxacode.gett"')
})

test('advise() fills in every name', () => {
  const codes = [-504002, -504003, -501000, -604100, -604101, 'errCode: -504002 | errMsg: FUNCTION_NOT_FOUND']
  for (const code of codes) {
    for (const language of ['zh', 'en'] as const) {
      const { steps } = advise(toCloudError(`errCode: ${code}`, { functionName: 'login' }), { language })
      expect(steps.join()).not.toMatch(/[{}]function|[{}]openapi|\{\w+\}/)
    }
  }
})

test('advise() says where an explanation stands in the documentation', () => {
  expect(advise(missingPermission).docs).toBe(
    'https://developers.weixin.qq.com/miniprogram/dev/wxcloud/guide/openapi/openapi.html',
  )
})
