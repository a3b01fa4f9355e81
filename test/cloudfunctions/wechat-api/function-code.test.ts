import { createWeChatApi, fixedAccessToken } from '../../../cloudfunctions/shared/wechat-api'
import { errorOf } from './support/local-provider'
import { json, useServer } from './support/use-server'

const serve = useServer()
const apiOf = (baseUrl: string) => createWeChatApi({ component: fixedAccessToken('T'), baseUrl })
const code = { env: 'test-1a2b3c', name: 'login', zipfile: 'UEsDBBQ=' }

test.each([
  ['createCloudFunction', '/componenttcb/batchuploadscf'],
  ['updateCloudFunctionCode', '/componenttcb/batchuploadscfcode'],
] as const)('%s() asks as documented', async (call, path) => {
  const { url, requests } = await serve(json({ errcode: 0, errmsg: 'ok' }))
  await apiOf(url)[call](code)
  expect(requests).toMatchObject([{ method: 'POST', url: `${path}?access_token=T` }])
  expect(JSON.parse(requests[0]?.body ?? '')).toEqual({
    functionname: 'login',
    envs: ['test-1a2b3c'],
    zipfile: 'UEsDBBQ=',
  })
})

test.each([
  ['as the page of new functions words it', { fail_env_list: [{ env: 'test-1a2b3c', errmsg: 'locked' }] }],
  ['as the page of their code words it', { fail_list: [{ env: 'test-1a2b3c', errormsg: 'locked' }] }],
])('an environment that refuses is an error, %s', async (_, fields) => {
  const { url } = await serve(json({ errcode: 0, errmsg: 'ok', ...fields }))
  expect(await errorOf(apiOf(url).updateCloudFunctionCode(code))).toMatchObject({
    kind: 'refused',
    errmsg: 'locked',
    message: expect.stringContaining('"login" did not go up to test-1a2b3c: locked'),
  })
})

test('empty lists of failures are none', async () => {
  const { url } = await serve(json({ errcode: 0, errmsg: 'ok', fail_env_list: [], fail_list: [] }))
  await expect(apiOf(url).createCloudFunction(code)).resolves.toBeUndefined()
})
