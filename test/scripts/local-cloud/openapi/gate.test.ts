import { ME, openapiForTest } from './ask-openapi'

const { ask, lines } = openapiForTest()
const name = 'wxacode.getUnlimited'

test.each([
  ['an unknown name', 'no.such', {}, -604100],
  ['an unknown name that is listed', 'no.such', { permissions: ['no.such'] }, -604100],
  ['a name that is not listed', name, { permissions: [] }, -604101],
  ['a name that only another is listed like', name, { permissions: ['wxacode.get'] }, -604101],
  ['the wildcard, which is documented nowhere', name, { permissions: ['*'] }, -604101],
  ['a caller that is not WeChat', name, { source: '' }, -604104],
  ['a function called by something else than WeChat', name, { source: 'scf' }, -604104],
  ['a payment callback', name, { source: 'wx_paycallback' }, -604104],
  ['a list that is missed by a wrong source too', name, { source: 'scf', permissions: [] }, -604101],
  ['the mini program', name, {}, 0],
  ['the mini program through another function', name, { source: 'wx_client,scf' }, 0],
  ['DevTools', name, { source: 'wx_devtools' }, 0],
  ['a timer', name, { source: 'wx_trigger', openid: undefined }, 0],
  ['the HTTP API, whose page allows cloud calls', name, { source: 'wx_http' }, 0],
])('%s', (_case, apiName, call, errorCode) => {
  expect(ask(apiName, { scene: 'a=1' }, call).errorCode).toBe(errorCode)
})

test('the log says what to do about a refusal', () => {
  lines.length = 0
  ask(name, {}, { permissions: [], functionName: 'qrcode' })
  ask('no.such', {}, { openid: ME, functionName: 'qrcode' })
  ask(name, { scene: '%' }, { functionName: 'qrcode' })
  expect(lines).toEqual([
    '-604101: qrcode called openapi.wxacode.getUnlimited without permission: add "wxacode.getUnlimited" to permissions.openapi in its config.json',
    '-604100: qrcode called openapi.no.such, which the kit does not know: if the name is right, add it to openapi-names.tsv',
    expect.stringMatching(/^40129: qrcode called openapi\.wxacode\.getUnlimited: scene may hold/),
  ])
})

test.each([
  ['ApiGetOpenDataByCloudId', 'cloud.getOpenData'],
  ['ApiVoipSign', 'cloud.getVoIPSign'],
])('%s of the SDK is refused as what it is: %s', (apiName, feature) => {
  lines.length = 0
  expect(ask(apiName, {}, { functionName: 'login' }).errorCode).toBe(-604100)
  expect(lines).toEqual([`-604100: login called ${feature}, which the local cloud does not imitate`])
})

test('a known name that is not imitated gets an answer that says so', () => {
  expect(ask('security.imgSecCheck', { media: Buffer.from('x') }).json).toEqual({
    errcode: 0,
    errmsg: 'ok',
    local_cloud: 'generic answer: security.imgSecCheck is not imitated, nothing was checked',
  })
})
