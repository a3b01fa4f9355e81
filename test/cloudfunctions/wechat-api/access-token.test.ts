import {
  type AccessToken,
  authorizerAccessToken,
  componentAccessToken,
  createWeChatApi,
  fixedAccessToken,
} from '../../../cloudfunctions/shared/wechat-api'
import { LOCAL_PROVIDER } from '../../../scripts/local-cloud'
import { type TestCloud, useClouds } from '../../scripts/local-cloud/support/use-clouds'
import { errorOf, localProvider } from './support/local-provider'
import { json, useServer } from './support/use-server'

const serve = useServer()
const startCloud = useClouds()
const env = 'local-env'
const TOKEN = '/cgi-bin/component/api_component_token'
const LIST = '/componenttcb/getscflist'
const MINUTE = 60_000

let cloud: TestCloud
let now = Date.UTC(2026, 0, 1)
beforeAll(async () => {
  cloud = await startCloud({ now: () => now })
})

const hundred = <T>(run: () => Promise<T>) => Promise.all(Array.from({ length: 100 }, run))
const count = (paths: string[], path: string) => paths.filter(called => called === path).length

/** The provider, which reads the same clock as the cloud unless told otherwise. */
const provider = (options: Parameters<typeof localProvider>[1] = {}) =>
  localProvider(cloud.url, { now: () => now, ...options })

test('the component token is asked for as documented', async () => {
  const { url, requests } = await serve(json({ component_access_token: 'T', expires_in: 7200 }))
  const component_verify_ticket = jest.fn(async () => 'ticket@@@latest')
  const token = componentAccessToken({
    component_appid: 'wx1',
    component_appsecret: 'S',
    component_verify_ticket,
    baseUrl: url,
  })
  expect(await token.get()).toBe('T')
  expect(requests).toMatchObject([{ method: 'POST', url: TOKEN, contentType: 'application/json' }])
  expect(JSON.parse(requests[0]?.body ?? '')).toEqual({
    component_appid: 'wx1',
    component_appsecret: 'S',
    component_verify_ticket: 'ticket@@@latest',
  })
})

test('a hundred callers at once cause one request for a token', async () => {
  const { api, paths } = provider()
  await hundred(() => api.getCloudFunctionList({ env }))
  expect(count(paths, TOKEN)).toBe(1)
  expect(count(paths, LIST)).toBe(100)
})

test('a token is kept until ten minutes before it expires, and then renewed once for a hundred callers', async () => {
  const { api, paths } = provider()
  await api.getCloudFunctionList({ env })
  now += 110 * MINUTE - 1
  await hundred(() => api.getCloudFunctionList({ env }))
  expect(count(paths, TOKEN)).toBe(1)
  now += 1
  await hundred(() => api.getCloudFunctionList({ env }))
  expect(count(paths, TOKEN)).toBe(2)
})

test('a hundred callers whose token has expired cause one renewal, and all get their answer', async () => {
  const stopped = now
  const { api, paths } = provider({ now: () => stopped })
  await api.getCloudFunctionList({ env })
  now += 120 * MINUTE
  const lists = await hundred(() => api.getCloudFunctionList({ env }))
  expect(lists).toHaveLength(100)
  expect(count(paths, TOKEN)).toBe(2)
})

test.each([40001, 40014, 42001] as const)(
  '%d is answered with one new token and one more try',
  async errcode => {
    const { api, paths } = provider()
    cloud.httpsApis.refuse(LIST, errcode)
    expect(await api.getCloudFunctionList({ env })).toHaveProperty('total_count')
    expect(paths).toEqual([TOKEN, LIST, TOKEN, LIST])
  },
)

test('a new token that is refused too is the end of it', async () => {
  const { api, paths } = provider()
  cloud.httpsApis.refuse(LIST, 42001, { times: 2 })
  expect(await errorOf(api.getCloudFunctionList({ env }))).toMatchObject({ errcode: 42001 })
  expect(paths).toEqual([TOKEN, LIST, TOKEN, LIST])
})

test('no other refusal is tried again', async () => {
  const { api, paths } = provider()
  cloud.httpsApis.refuse(LIST, 85088)
  expect(await errorOf(api.getCloudFunctionList({ env }))).toMatchObject({ errcode: 85088 })
  expect(paths).toEqual([TOKEN, LIST])
})

test('a token that could not be had is asked for again by the next caller, once for all who wait', async () => {
  const { api, paths } = provider()
  cloud.httpsApis.refuse(TOKEN, 61004)
  const errors = await hundred(() => errorOf(api.getCloudFunctionList({ env })))
  expect(new Set(errors.map(({ errcode }) => errcode))).toEqual(new Set([61004]))
  await api.getCloudFunctionList({ env })
  expect(paths).toEqual([TOKEN, TOKEN, LIST])
})

test.each([
  ['component_appid', 40013],
  ['component_appsecret', 40125],
  ['component_verify_ticket', 61006],
])('a wrong %s is refused with %d', async (name, errcode) => {
  const { api } = provider({ [name]: 'wrong' })
  const error = await errorOf(api.getCloudFunctionList({ env }))
  expect(error).toMatchObject({ kind: 'refused', errcode, path: TOKEN })
})

test.each([
  ['no token', { expires_in: 7200 }],
  ['an empty token', { component_access_token: '', expires_in: 7200 }],
  ['a token that is a number', { component_access_token: 12345678, expires_in: 7200 }],
  ['no lifetime', { component_access_token: 'T0KEN' }],
  ['a lifetime that is over', { component_access_token: 'T0KEN', expires_in: 0 }],
])('an answer with %s is no token', async (_what, reply) => {
  const { url } = await serve(json(reply))
  const error = await errorOf(
    componentAccessToken({ ...LOCAL_PROVIDER, component_verify_ticket: 't', baseUrl: url }).get(),
  )
  expect(error.kind).toBe('wrong-shape')
  expect(error.message).not.toMatch(/T0KEN|12345678/)
})

test('a token that lives for a minute is kept for half of it', async () => {
  const { url, requests } = await serve(json({ component_access_token: 'T', expires_in: 60 }))
  const token = componentAccessToken({
    ...LOCAL_PROVIDER,
    component_verify_ticket: 't',
    baseUrl: url,
    now: () => now,
  })
  await token.get()
  now += 30_000 - 1
  await token.get()
  expect(requests).toHaveLength(1)
  now += 1
  await token.get()
  expect(requests).toHaveLength(2)
})

test('a token that something else keeps fresh is not renewed', async () => {
  const api = createWeChatApi({ component: fixedAccessToken('stale'), baseUrl: cloud.url })
  expect(await errorOf(api.getCloudFunctionList({ env }))).toMatchObject({ errcode: 40014 })
})

describe('the token of an authorizer', () => {
  const { component_appid, authorizer_refresh_token } = LOCAL_PROVIDER
  const options = { component_appid, authorizer_appid: 'wx0000000000000000', authorizer_refresh_token }

  test('is asked for as documented, the next time with the refresh token that came with it', async () => {
    const { url, requests } = await serve(
      json({ authorizer_access_token: 'A', expires_in: 7200, authorizer_refresh_token: 'refresh-2' }),
    )
    const component: AccessToken = fixedAccessToken('C')
    const token = authorizerAccessToken({ ...options, component, baseUrl: url })
    expect(await token.get()).toBe('A')
    await token.renew('A')
    expect(requests.map(request => request.url)).toEqual([
      '/cgi-bin/component/api_authorizer_token?component_access_token=C',
      '/cgi-bin/component/api_authorizer_token?component_access_token=C',
    ])
    expect(requests.map(({ body }) => JSON.parse(body))).toEqual([
      options,
      { ...options, authorizer_refresh_token: 'refresh-2' },
    ])
  })

  test('is renewed once for a hundred callers, with a new component token if that has expired too', async () => {
    const stopped = now
    const paths: string[] = []
    const server = {
      baseUrl: cloud.url,
      now: () => stopped,
      fetch: ((input, init) => {
        paths.push(new URL(String(input)).pathname)
        return fetch(input, init)
      }) as typeof fetch,
    }
    const component = componentAccessToken({ ...LOCAL_PROVIDER, ...server })
    const authorizer = authorizerAccessToken({ ...options, component, ...server })
    const api = createWeChatApi({ authorizer, ...server })
    const read = () => api.getFunctionConfig({ env, function_name: 'echo', type: 3 })
    await read()
    now += 120 * MINUTE
    await hundred(read)
    expect(count(paths, TOKEN)).toBe(2)
    // The second of the three was refused, for the component token had expired.
    expect(count(paths, '/cgi-bin/component/api_authorizer_token')).toBe(3)
  })

  test('a refresh token that is none is refused with 61023', async () => {
    const component = componentAccessToken({ ...LOCAL_PROVIDER, baseUrl: cloud.url })
    const token = authorizerAccessToken({
      ...options,
      component,
      authorizer_refresh_token: 'wrong',
      baseUrl: cloud.url,
    })
    expect(await errorOf(token.get())).toMatchObject({ errcode: 61023 })
  })
})
