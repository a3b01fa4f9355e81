import {
  createWeChatApi,
  fixedAccessToken,
  weChatApiFromEnvironment,
} from '../../../cloudfunctions/shared/wechat-api'
import { LOCAL_PROVIDER } from '../../../scripts/local-cloud'
import {
  copyFunctions,
  type TestCloud,
  useClouds,
  useFolders,
} from '../../scripts/local-cloud/support/use-clouds'
import { errorOf } from './support/local-provider'
import { json, useServer } from './support/use-server'

const serve = useServer()
const startCloud = useClouds()
const makeFolder = useFolders()
const env = 'local-env'
const function_name = 'echo'

let cloud: TestCloud
beforeAll(async () => {
  const functionsDir = copyFunctions(makeFolder({ 'bare/index.js': '' }), 'echo', 'cleanup')
  cloud = await startCloud({ functionsDir })
})

const apiOf = (baseUrl: string) => createWeChatApi({ authorizer: fixedAccessToken('T'), baseUrl })

/** As the environment of a script would have it. */
const inCloud = () =>
  weChatApiFromEnvironment({
    variables: {
      WECHAT_API_BASE_URL: cloud.url,
      WECHAT_COMPONENT_APPID: LOCAL_PROVIDER.component_appid,
      WECHAT_COMPONENT_APPSECRET: LOCAL_PROVIDER.component_appsecret,
      WECHAT_COMPONENT_VERIFY_TICKET: LOCAL_PROVIDER.component_verify_ticket,
      WECHAT_AUTHORIZER_APPID: 'wx0000000000000000',
      WECHAT_AUTHORIZER_REFRESH_TOKEN: LOCAL_PROVIDER.authorizer_refresh_token,
    },
  })

test('getFunctionConfig() asks as documented, and takes the JSON out of its string', async () => {
  const config = '{"permissions":{"openapi":["wxacode.get"]}}'
  const { url, requests } = await serve(json({ errcode: 0, errmsg: 'ok', config }))
  const found = await apiOf(url).getFunctionConfig({ env, function_name, type: 1 })
  expect(found).toEqual({ permissions: { openapi: ['wxacode.get'] } })
  expect(requests).toMatchObject([{ method: 'POST', url: '/tcb/getfuncconfig?access_token=T' }])
  expect(JSON.parse(requests[0]?.body ?? '')).toEqual({ type: 1, env, function_name })
})

test('uploadFunctionConfig() asks as documented, with the JSON in a string', async () => {
  const { url, requests } = await serve(json({ errcode: 0, errmsg: 'ok' }))
  const config = { permissions: { openapi: ['wxacode.get'] } }
  await apiOf(url).uploadFunctionConfig({ env, function_name, type: 1, config })
  expect(requests).toMatchObject([{ method: 'POST', url: '/tcb/uploadfuncconfig?access_token=T' }])
  expect(JSON.parse(requests[0]?.body ?? '')).toEqual({
    type: 1,
    env,
    function_name,
    config: '{"permissions":{"openapi":["wxacode.get"]}}',
  })
})

test('what was uploaded is what is read back', async () => {
  const api = inCloud()
  const permissions = { permissions: { openapi: ['wxacode.get', 'security.msgSecCheck'] } }
  await api.uploadFunctionConfig({ env, function_name, type: 1, config: permissions })
  expect(await api.getFunctionConfig({ env, function_name, type: 1 })).toEqual(permissions)

  const triggers = { triggers: [{ name: 'nightly', type: 'timer', config: '0 0 2 * * * *' }] }
  await api.uploadFunctionConfig({ env, function_name, type: 2, config: triggers })
  expect(await api.getFunctionConfig({ env, function_name, type: 2 })).toEqual(triggers)

  const environment = { timeout: 20, environment: [{ key: 'A', value: 'b' }] }
  await api.uploadFunctionConfig({ env, function_name, type: 3, config: environment })
  expect(await api.getFunctionConfig({ env, function_name, type: 3 })).toEqual(environment)
})

test('a function without a configuration: 85089', async () => {
  const error = await errorOf(inCloud().getFunctionConfig({ env, function_name: 'bare', type: 1 }))
  expect(error).toMatchObject({ kind: 'refused', errcode: 85089 })
})

test('a configuration that WeChat does not take is refused', async () => {
  const config = { timeout: 301, environment: [] }
  const error = await errorOf(inCloud().uploadFunctionConfig({ env, function_name, type: 3, config }))
  expect(error).toMatchObject({ kind: 'refused', errcode: 40097 })
})

test.each([
  ['no config', {}],
  ['a config that is no text', { config: { permissions: { openapi: [] } } }],
  ['a config that is not JSON', { config: 'S3CRET' }],
  ['another config', { config: '{"triggers":[]}' }],
  ['permissions that are none', { config: '{"permissions":{"openapi":"S3CRET"}}' }],
])('getFunctionConfig() gives no half result for %s', async (_what, more) => {
  const { url } = await serve(json({ errcode: 0, errmsg: 'ok', ...more }))
  const error = await errorOf(apiOf(url).getFunctionConfig({ env, function_name, type: 1 }))
  expect(error).toMatchObject({ kind: 'wrong-shape', message: expect.stringContaining('"config') })
  expect(error.message).not.toContain('S3CRET')
})

test('an upload that is not confirmed is an error', async () => {
  const { url } = await serve(json({}))
  const config = { permissions: { openapi: [] } }
  const error = await errorOf(apiOf(url).uploadFunctionConfig({ env, function_name, type: 1, config }))
  expect(error.kind).toBe('wrong-shape')
})
