import { missingVariables, weChatApiFromEnvironment } from '../../../cloudfunctions/shared/wechat-api'
import { LOCAL_PROVIDER } from '../../../scripts/local-cloud'
import { useClouds } from '../../scripts/local-cloud/support/use-clouds'
import { errorOf } from './support/local-provider'
import { json, useServer } from './support/use-server'

const serve = useServer()
const startCloud = useClouds()
const env = 'local-env'

const component = {
  WECHAT_COMPONENT_APPID: LOCAL_PROVIDER.component_appid,
  WECHAT_COMPONENT_APPSECRET: LOCAL_PROVIDER.component_appsecret,
  WECHAT_COMPONENT_VERIFY_TICKET: LOCAL_PROVIDER.component_verify_ticket,
}
const authorizer = {
  WECHAT_AUTHORIZER_APPID: 'wx0000000000000000',
  WECHAT_AUTHORIZER_REFRESH_TOKEN: LOCAL_PROVIDER.authorizer_refresh_token,
}
const list = { errcode: 0, errmsg: 'ok', total_count: 0, functions: [] }

test.each([
  ['component', {}, Object.keys(component)],
  ['component', { ...component, WECHAT_COMPONENT_APPSECRET: '' }, ['WECHAT_COMPONENT_APPSECRET']],
  ['component', component, []],
  ['component', { WECHAT_COMPONENT_ACCESS_TOKEN: 'T' }, []],
  ['authorizer', {}, [...Object.keys(component), ...Object.keys(authorizer)]],
  ['authorizer', component, Object.keys(authorizer)],
  ['authorizer', { ...component, ...authorizer }, []],
  ['authorizer', { WECHAT_COMPONENT_ACCESS_TOKEN: 'T', ...authorizer }, ['WECHAT_COMPONENT_APPID']],
  ['authorizer', { WECHAT_AUTHORIZER_ACCESS_TOKEN: 'T' }, []],
] as const)('missingVariables() for the %s with %j: %j', (kind, variables, names) => {
  expect(missingVariables(kind, variables)).toEqual(names)
})

test('the credentials of the environment open the lists and the configurations', async () => {
  const { url } = await startCloud()
  const variables = { ...component, ...authorizer, WECHAT_API_BASE_URL: url }
  const api = weChatApiFromEnvironment({ variables })
  expect(await api.getCloudFunctionList({ env })).toHaveProperty('total_count')
  const config = await api.getFunctionConfig({ env, function_name: 'echo', type: 3 })
  expect(config).toEqual({ timeout: 3, environment: [] })
})

test('ready tokens are sent as they are', async () => {
  const { url, requests } = await serve(json(list))
  const variables = { WECHAT_COMPONENT_ACCESS_TOKEN: 'READY', WECHAT_API_BASE_URL: url }
  await weChatApiFromEnvironment({ variables }).getCloudFunctionList({ env })
  expect(requests).toMatchObject([{ url: '/componenttcb/getscflist?access_token=READY' }])
})

test('without a base URL it is WeChat that is asked', async () => {
  const asked: string[] = []
  const fake: typeof fetch = async input => {
    asked.push(String(input))
    return Response.json(list)
  }
  const variables = { WECHAT_COMPONENT_ACCESS_TOKEN: 'T', WECHAT_API_BASE_URL: '' }
  await weChatApiFromEnvironment({ variables, fetch: fake }).getCloudFunctionList({ env })
  expect(asked).toEqual(['https://api.weixin.qq.com/componenttcb/getscflist?access_token=T'])
})

test('what is missing is named when a call needs it', async () => {
  const { url, requests } = await serve(json(list))
  const { WECHAT_COMPONENT_VERIFY_TICKET: _, ...variables } = { ...component, WECHAT_API_BASE_URL: url }
  const error = await errorOf(weChatApiFromEnvironment({ variables }).getCloudFunctionList({ env }))
  expect(error.kind).toBe('not-configured')
  expect(error.advice.en).toBe('Set the environment variables WECHAT_COMPONENT_VERIFY_TICKET.')
  expect(error.message).not.toContain(LOCAL_PROVIDER.component_appsecret)
  expect(requests).toEqual([])
})
