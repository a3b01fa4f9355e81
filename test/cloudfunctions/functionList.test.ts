import { weChatApiFromEnvironment } from '../../cloudfunctions/shared/wechat-api'
import { LOCAL_PROVIDER } from '../../scripts/local-cloud'
import { failureOf } from '../scripts/local-cloud/support/use-clouds'
import { expectRefusals, randomWrongInputs } from './support/random-wrong-inputs'
import { useLocalCloud } from './support/use-local-cloud'
import { json, useServer } from './wechat-api/support/use-server'

const admin = 'oADMIN00000000000000000000001'
const asAdmin = { openid: admin }
const cloud = useLocalCloud(['functionList', 'login'], {
  variables: { functionList: { ADMIN_OPENIDS: `oFIRST, ${admin}` } },
})
const serve = useServer()

const credentials = {
  WECHAT_COMPONENT_APPID: LOCAL_PROVIDER.component_appid,
  WECHAT_COMPONENT_APPSECRET: LOCAL_PROVIDER.component_appsecret,
  WECHAT_COMPONENT_VERIFY_TICKET: LOCAL_PROVIDER.component_verify_ticket,
}

/** Sets the variables of the function as a service provider would, beside the one that names administrators. */
async function setVariables(given: Record<string, string>): Promise<void> {
  const variables = {
    ...credentials,
    WECHAT_AUTHORIZER_APPID: 'wx0000000000000000',
    WECHAT_AUTHORIZER_REFRESH_TOKEN: LOCAL_PROVIDER.authorizer_refresh_token,
    WECHAT_API_BASE_URL: cloud.url,
  }
  await weChatApiFromEnvironment({ variables }).uploadFunctionConfig({
    env: 'local-env',
    function_name: 'functionList',
    type: 3,
    config: {
      timeout: 60,
      environment: Object.entries({ ADMIN_OPENIDS: admin, ...given }).map(([key, value]) => ({ key, value })),
    },
  })
}

const deployed = (name: string, status: string, day: string, reasons: object[] = []) => ({
  ...{ name, status, status_reason: reasons, runtime: 'Nodejs18.15' },
  ...{ add_time: '2026-01-01 00:00:00', mod_time: `2026-01-${day} 08:00:00` },
})
const listOf = (...functions: object[]) => ({
  ...{ errcode: 0, errmsg: 'ok', total_count: functions.length, functions },
})

test('functionList shows administrators what is deployed', async () => {
  await setVariables({ ...credentials, WECHAT_API_BASE_URL: cloud.url })
  const active = {
    state: 'active',
    status: 'Active',
    explanation: { en: 'It can be called.', zh: '可以调用。' },
    runtime: 'Nodejs20.19',
    modifiedAt: expect.any(Number),
  }
  const reply = await cloud.call('functionList', {}, asAdmin)
  expect(reply).toEqual({
    ok: true,
    data: { functions: expect.any(Array), counts: { failed: 0, busy: 0, active: 2 } },
  })
  if (!reply.ok) return
  expect(reply.data.functions).toHaveLength(2)
  expect(reply.data.functions).toEqual(
    expect.arrayContaining([
      { name: 'functionList', ...active },
      { name: 'login', ...active },
    ]),
  )
})

test('functionList puts failed functions first and says why in plain words, then what is under way', async () => {
  const reason = { errcode: 'ResourceNotFound.File', errmsg: '未找到函数执行入口文件' }
  const { url } = await serve(
    json(
      listOf(
        deployed('newest', 'Active', '09'),
        deployed('updating', 'Updating', '03'),
        deployed('older', 'Active', '05'),
        deployed('broken', 'CreateFailed', '01', [reason]),
      ),
    ),
  )
  await setVariables({ WECHAT_COMPONENT_ACCESS_TOKEN: 'READY', WECHAT_API_BASE_URL: url })
  const reply = await cloud.call('functionList', {}, asAdmin)
  expect(reply).toMatchObject({
    ok: true,
    data: {
      functions: [
        {
          name: 'broken',
          state: 'failed',
          status: 'CreateFailed',
          explanation: { zh: expect.stringMatching(/创建失败.*找不到入口文件/) },
          modifiedAt: Date.UTC(2026, 0, 1),
        },
        { name: 'updating', state: 'busy' },
        { name: 'newest', state: 'active' },
        { name: 'older', state: 'active' },
      ],
      counts: { failed: 1, busy: 1, active: 2 },
    },
  })
})

test('functionList shows at most 300 functions, counts all, and cuts long reasons', async () => {
  const long = { errcode: 'X', errmsg: '很长'.repeat(1000) }
  const many = Array.from({ length: 400 }, (_, index) => deployed(`f${index}`, 'UpdateFailed', '01', [long]))
  const { url } = await serve((response, request) => {
    const { offset, limit } = JSON.parse(request.body)
    const page = { ...listOf(...many), functions: many.slice(offset, offset + limit) }
    json(page)(response, request)
  })
  await setVariables({ WECHAT_COMPONENT_ACCESS_TOKEN: 'READY', WECHAT_API_BASE_URL: url })
  const reply = await cloud.call('functionList', {}, asAdmin)
  expect(reply).toMatchObject({ ok: true, data: { counts: { failed: 400 } } })
  expect(reply.ok && reply.data.functions).toHaveLength(300)
  expect(JSON.stringify(reply).length).toBeLessThan(500_000)
})

test.each(['oANN', 'oADMIN', undefined])(
  'functionList tells the user %s nothing, and asks nobody',
  async openid => {
    const { url, requests } = await serve(json(listOf()))
    await setVariables({ WECHAT_COMPONENT_ACCESS_TOKEN: 'READY', WECHAT_API_BASE_URL: url })
    expect(await cloud.call('functionList', {}, { openid })).toMatchObject({
      ok: false,
      error: { code: 'permission-denied', message: expect.stringContaining('ADMIN_OPENIDS') },
    })
    expect(requests).toEqual([])
  },
)

test('functionList without credentials says which variables to set', async () => {
  await setVariables({})
  const reply = await cloud.call('functionList', {}, asAdmin)
  const message = expect.stringMatching(/WECHAT_COMPONENT_APPID, \w+_APPSECRET, \w+_VERIFY_TICKET/)
  expect(reply).toMatchObject({ ok: false, error: { code: 'failed-precondition', message } })
})

test.each([
  [40014, 'failed-precondition'],
  [61004, 'failed-precondition'],
  [61005, 'failed-precondition'],
  [85088, 'failed-precondition'],
  [-501000, 'failed-precondition'],
  [45009, 'resource-exhausted'],
  [-1, 'unavailable'],
])('functionList refuses with what to do when WeChat refuses with %d', async (errcode, code) => {
  const { url } = await serve(json({ errcode, errmsg: 'no' }))
  await setVariables({ WECHAT_COMPONENT_ACCESS_TOKEN: 'READY', WECHAT_API_BASE_URL: url })
  const reply = await cloud.call('functionList', {}, asAdmin)
  expect(reply).toMatchObject({
    ok: false,
    error: { code, message: expect.stringMatching(new RegExp(`${errcode} no\\. \\w+`)) },
  })
})

test.each([
  [
    'an HTTP error',
    (response => response.writeHead(503).end()) as Parameters<typeof serve>[0],
    'unavailable',
  ],
  ['no answer', () => {}, 'deadline-exceeded'],
])('functionList says so when WeChat has %s', async (_what, answer, code) => {
  const { url } = await serve(answer)
  await setVariables({ WECHAT_COMPONENT_ACCESS_TOKEN: 'READY', WECHAT_API_BASE_URL: url })
  expect(await cloud.call('functionList', {}, asAdmin)).toMatchObject({ ok: false, error: { code } })
})

test('functionList throws what only the developer can mend', async () => {
  const { url } = await serve(json({ errcode: 47001, errmsg: 'data format error' }))
  await setVariables({ WECHAT_COMPONENT_ACCESS_TOKEN: 'READY', WECHAT_API_BASE_URL: url })
  const { errMsg } = await failureOf(cloud.call('functionList', {}, asAdmin))
  expect(errMsg).toMatch(/-504002.*47001 data format error/s)
})

test('functionList lets no token and no secret out, neither in a reply nor in a log', async () => {
  const secrets = ['T0KEN', 'S3CRET', 'T1CKET']
  const { url } = await serve((response, request) => {
    if (request.url.includes('api_component_token'))
      return json({ component_access_token: 'T0KEN', expires_in: 7200 })(response, request)
    return json({ errcode: 61004, errmsg: `who is ${request.url} ${request.body}` })(response, request)
  })
  await setVariables({
    WECHAT_COMPONENT_APPID: 'wx1',
    WECHAT_COMPONENT_APPSECRET: 'S3CRET',
    WECHAT_COMPONENT_VERIFY_TICKET: 'T1CKET',
    WECHAT_API_BASE_URL: url,
  })
  const reply = await cloud.call('functionList', {}, asAdmin)
  expect(reply).toMatchObject({ ok: false, error: { message: expect.stringContaining('61004') } })
  for (const secret of secrets) expect(JSON.stringify([reply, cloud.events])).not.toContain(secret)
})

test('functionList keeps its token from call to call', async () => {
  const { url, requests } = await serve((response, request) => {
    const isToken = request.url.includes('api_component_token')
    json(isToken ? { component_access_token: 'T', expires_in: 7200 } : listOf())(response, request)
  })
  await setVariables({ ...credentials, WECHAT_API_BASE_URL: url })
  for (let time = 0; time < 3; time++) {
    expect(await cloud.call('functionList', {}, asAdmin)).toMatchObject({ ok: true })
  }
  expect(requests.filter(request => request.url.includes('api_component_token'))).toHaveLength(1)
})

test('functionList refuses random wrong inputs', async () => {
  await setVariables({ WECHAT_COMPONENT_ACCESS_TOKEN: 'READY', WECHAT_API_BASE_URL: cloud.url })
  await expectRefusals(cloud, 'functionList', randomWrongInputs([]), asAdmin)
})
