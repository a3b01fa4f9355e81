import { mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { LOCAL_PROVIDER } from '../../../../scripts/local-cloud'
import { ask } from '../support/ask'
import { copyFunctions, failureOf, type TestCloud, useClouds, useFolders } from '../support/use-clouds'

const startCloud = useClouds()
const makeFolder = useFolders()
const env = 'local-env'

let cloud: TestCloud
let functionsDir: string
let now = Date.UTC(2026, 0, 1)

/** Functions that were changed at known times, in UTC+8. */
const CHANGED: Record<string, string> = {
  echo: '2021-07-29T14:41:43+08:00',
  cleanup: '2021-07-29T15:04:19+08:00',
  openapi: '2021-07-30T00:00:00+08:00',
  counter: '2021-07-28T00:00:00+08:00',
}

/** In the order of the list: the last changed first. */
const NAMES = ['openapi', 'cleanup', 'echo', 'counter']

beforeAll(async () => {
  functionsDir = copyFunctions(makeFolder(), ...Object.keys(CHANGED))
  for (const [name, time] of Object.entries(CHANGED)) {
    utimesSync(join(functionsDir, name, 'index.js'), new Date(time), new Date(time))
  }
  const broken = join(functionsDir, 'broken')
  mkdirSync(broken)
  utimesSync(broken, new Date(0), new Date(0))
  mkdirSync(join(functionsDir, 'bare'))
  writeFileSync(join(functionsDir, 'bare', 'index.js'), 'exports.main = async () => 1\n')
  utimesSync(join(functionsDir, 'bare', 'index.js'), new Date(1000), new Date(1000))
  cloud = await startCloud({ functionsDir, now: () => now })
})

const post = async (path: string, body: unknown) =>
  (await ask(`${cloud.url}${path}`, { body: typeof body === 'string' ? body : JSON.stringify(body) })).json

async function componentToken(): Promise<string> {
  const { component_appid, component_appsecret, component_verify_ticket } = LOCAL_PROVIDER
  const reply = await post('/cgi-bin/component/api_component_token', {
    component_appid,
    component_appsecret,
    component_verify_ticket,
  })
  expect(reply).toEqual({ component_access_token: expect.any(String), expires_in: 7200 })
  return reply.component_access_token
}

async function authorizerToken(): Promise<string> {
  const { component_appid, authorizer_refresh_token } = LOCAL_PROVIDER
  const body = { component_appid, authorizer_appid: 'wx0000000000000000', authorizer_refresh_token }
  const token = await componentToken()
  const reply = await post(`/cgi-bin/component/api_authorizer_token?component_access_token=${token}`, body)
  expect(reply).toMatchObject({ expires_in: 7200, authorizer_refresh_token })
  return reply.authorizer_access_token
}

const asComponent = async (path: string, body: unknown) =>
  post(`${path}?access_token=${await componentToken()}`, body)
const asAuthorizer = async (path: string, body: unknown) =>
  post(`${path}?access_token=${await authorizerToken()}`, body)

describe('tokens', () => {
  test.each([
    ['a wrong appid', { component_appid: 'wx1' }, 40013],
    ['a wrong secret', { component_appsecret: 'wrong' }, 40125],
    ['no secret', { component_appsecret: undefined }, 41004],
    ['a wrong ticket', { component_verify_ticket: 'wrong' }, 61006],
  ])('no component token for %s', async (_what, change, errcode) => {
    expect(
      await post('/cgi-bin/component/api_component_token', { ...LOCAL_PROVIDER, ...change }),
    ).toMatchObject({ errcode })
  })

  test('no authorizer token for another mini program, or with a refresh token that is none', async () => {
    const body = { ...LOCAL_PROVIDER, authorizer_appid: 'wx0000000000000000' }
    const path = '/cgi-bin/component/api_authorizer_token'
    expect(await asComponent(path, { ...body, authorizer_appid: 'wx2' })).toMatchObject({ errcode: 40013 })
    expect(await asComponent(path, { ...body, authorizer_refresh_token: 'x' })).toMatchObject({
      errcode: 61023,
    })
    expect(await asComponent(path, body)).toHaveProperty('authorizer_access_token')
  })

  test('a token is good for two hours, and for its own kind of call', async () => {
    const [component, authorizer] = [await componentToken(), await authorizerToken()]
    const list = (token: string) => post(`/componenttcb/getscflist?access_token=${token}`, { env })
    expect(await list(authorizer)).toMatchObject({ errcode: 40014 })
    expect(await post(`/tcb/listfunctions?access_token=${component}`, { env })).toMatchObject({
      errcode: 40014,
    })
    now += 7_200_000 - 1
    expect(await list(component)).toMatchObject({ errcode: 0 })
    now += 1
    expect(await list(component)).toEqual({ errcode: 42001, errmsg: 'access_token expired' })
  })
})

describe('/componenttcb/getscflist', () => {
  const path = '/componenttcb/getscflist'

  test('answers as documented: the last changed first, times in UTC+8', async () => {
    const { functions, ...rest } = await asComponent(path, { env })
    expect(rest).toEqual({ errcode: 0, errmsg: 'ok', total_count: 6 })
    expect(functions.map(({ name }: { name: string }) => name)).toEqual([...NAMES, 'bare', 'broken'])
    expect(functions[1]).toEqual({
      mod_time: '2021-07-29 15:04:19',
      add_time: '2021-07-29 15:04:19',
      runtime: 'Nodejs20.19',
      name: 'cleanup',
      status: 'Active',
      status_reason: [],
    })
  })

  test('offset, limit and searchkey', async () => {
    const namesOf = async (body: object) => {
      const { functions, total_count } = await asComponent(path, { env, ...body })
      return [functions.map(({ name }: { name: string }) => name), total_count]
    }
    expect(await namesOf({ offset: 1, limit: 2 })).toEqual([['cleanup', 'echo'], 6])
    expect(await namesOf({ offset: 10 })).toEqual([[], 6])
    expect(await namesOf({ searchkey: 'EAN' })).toEqual([['cleanup'], 1])
    expect(await namesOf({ searchkey: '' })).toEqual([expect.any(Array), 6])
  })

  test('a function without its code has failed to be created', async () => {
    const { functions } = await asComponent(path, { env, searchkey: 'broken' })
    expect(functions).toMatchObject([
      {
        name: 'broken',
        status: 'CreateFailed',
        status_reason: [
          { errcode: 'ResourceNotFound.File', errmsg: expect.stringContaining('未找到函数执行入口文件') },
        ],
      },
    ])
  })

  test.each<[string, unknown, number]>([
    ['an empty body', '', 44002],
    ['a body that is not JSON', '{', 47001],
    ['a body that is no object', '[]', 47001],
    ['no environment', {}, 47001],
    ['another environment', { env: 'other' }, -501000],
    ['a limit that is no number', { env, limit: '5' }, 40097],
    ['a negative offset', { env, offset: -1 }, 40097],
    ['a searchkey that is no text', { env, searchkey: 1 }, 40097],
  ])('refuses %s', async (_what, body, errcode) => {
    expect(await asComponent(path, body)).toMatchObject({ errcode, errmsg: expect.any(String) })
  })

  test('refuses another method, and a call without a token or with a wrong one', async () => {
    const get = await ask(`${cloud.url}${path}?access_token=x`, { method: 'GET' })
    expect(get).toMatchObject({ status: 200, json: { errcode: 43002, errmsg: 'require POST method' } })
    expect(await post(path, { env })).toEqual({ errcode: 41001, errmsg: 'access_token missing' })
    expect(await post(`${path}?access_token=guess`, { env })).toMatchObject({ errcode: 40014 })
  })
})

test('/tcb/listfunctions is the other list: other token, no status_reason', async () => {
  const { functions, total_count } = await asAuthorizer('/tcb/listfunctions', { env, limit: 1, offset: 1 })
  expect(functions).toEqual([
    {
      name: 'cleanup',
      status: 'Active',
      runtime: 'Nodejs20.19',
      add_time: expect.any(String),
      mod_time: expect.any(String),
    },
  ])
  expect(total_count).toBe(6)
  expect(await asAuthorizer('/tcb/listfunctions', {})).toMatchObject({ errcode: 40101 })
})

describe('settings of a function', () => {
  const config = (type: number, function_name: string) =>
    asAuthorizer('/tcb/getfuncconfig', { type, env, function_name })
  const upload = (type: number, function_name: string, change: unknown) =>
    asAuthorizer('/tcb/uploadfuncconfig', {
      type,
      env,
      function_name,
      config: typeof change === 'string' ? change : JSON.stringify(change),
    })

  test('getfuncconfig reads permissions, triggers and environment', async () => {
    expect(JSON.parse((await config(1, 'openapi')).config)).toEqual({
      permissions: {
        openapi: ['wxacode.getUnlimited', 'security.msgSecCheck', 'customerServiceMessage.uploadTempMedia'],
      },
    })
    expect(JSON.parse((await config(2, 'cleanup')).config).triggers).toHaveLength(1)
    expect(JSON.parse((await config(3, 'echo')).config)).toEqual({ timeout: 3, environment: [] })
  })

  test('getfuncconfig of a function without a config.json: 85089', async () => {
    expect(await config(1, 'bare')).toMatchObject({ errcode: 85089 })
  })

  test('uploadfuncconfig gives a permission that takes effect with the next call', async () => {
    const input = { path: 'pages/home/home' }
    expect((await failureOf(cloud.call('openapi', { name: 'wxacode.get', input }))).errMsg).toContain(
      '-604101',
    )
    expect(await upload(1, 'openapi', { permissions: { openapi: ['wxacode.get'] } })).toEqual({
      errcode: 0,
      errmsg: 'ok',
    })
    expect((await cloud.call('openapi', { name: 'wxacode.get', input })).result).toMatchObject({ errCode: 0 })
    expect(JSON.parse((await config(1, 'openapi')).config)).toEqual({
      permissions: { openapi: ['wxacode.get'] },
    })
    await cloud.reset()
    expect((await failureOf(cloud.call('openapi', { name: 'wxacode.get', input }))).errMsg).toContain(
      '-604101',
    )
  })

  test('uploadfuncconfig sets time limit and variables, which new processes see', async () => {
    await upload(3, 'echo', { timeout: 7, environment: [{ key: 'NEW', value: 'v' }] })
    expect((await cloud.call('echo')).result).toMatchObject({
      environment: { NEW: 'v' },
      context: { time_limit_in_ms: 7000 },
    })
  })

  test('uploadfuncconfig and gettriggers: a timer for a function that had none', async () => {
    expect(await asComponent('/componenttcb/gettriggers', { env, funcname: 'counter' })).toMatchObject({
      triggers: [],
    })
    const timer = { name: 'nightly', type: 'timer', config: '0 0 2 * * * *' }
    await upload(2, 'counter', { triggers: [timer] })
    expect(await asComponent('/componenttcb/gettriggers', { env, funcname: 'counter' })).toMatchObject({
      triggers: [{ trigger_name: 'nightly', type: 'timer', config: '0 0 2 * * * *' }],
    })
    expect((await cloud.fireTimer('counter')).errMsg).toBe('cloud.callFunction:ok')
  })

  test('updatescfconfig changes what it names and leaves the rest', async () => {
    await asComponent('/componenttcb/updatescfconfig', {
      env,
      functionname: 'cleanup',
      timeout: 20,
      memorysize: 512,
    })
    await asComponent('/componenttcb/updatescfconfig', {
      env,
      functionname: 'cleanup',
      environment_variables: [{ key: 'A', value: 'b' }],
    })
    expect(JSON.parse((await config(3, 'cleanup')).config)).toEqual({
      timeout: 20,
      environment: [{ key: 'A', value: 'b' }],
    })
  })

  test.each<[string, number, unknown]>([
    ['permissions that are none', 1, { permissions: { openapi: 'wxacode.get' } }],
    ['no permissions', 1, {}],
    ['two triggers', 2, { triggers: [1, 2] }],
    ['a bad cron', 2, { triggers: [{ name: 'a', type: 'timer', config: '* *' }] }],
    ['a time limit of 301 s', 3, { timeout: 301 }],
    ['variables that are none', 3, { environment: { A: 'b' } }],
    ['variables of the platform', 3, { environment: [{ key: 'NODE_OPTIONS', value: '--inspect' }] }],
    ['no JSON', 1, 'permissions'],
    ['an unknown type', 4, {}],
  ])('uploadfuncconfig refuses %s', async (_what, type, change) => {
    expect(await upload(type, 'echo', change)).toMatchObject({ errcode: 40097 })
  })

  test.each<[string, object, number]>([
    ['a memory size that is not offered', { functionname: 'echo', memorysize: 200 }, 40097],
    ['no function', {}, 47001],
    ['a function that is not there', { functionname: 'missing' }, 40097],
  ])('updatescfconfig refuses %s', async (_what, body, errcode) => {
    expect(await asComponent('/componenttcb/updatescfconfig', { env, ...body })).toMatchObject({ errcode })
  })
})

describe('what a test can stage', () => {
  const path = '/componenttcb/getscflist'

  test('the next calls of an API are refused, as often as was said', async () => {
    cloud.httpsApis.refuse(path, 45009, { times: 2 })
    cloud.httpsApis.refuse(path, -1)
    const errcodes: number[] = []
    for (let call = 0; call < 4; call++) errcodes.push((await asComponent(path, { env })).errcode)
    expect(errcodes).toEqual([45009, 45009, -1, 0])
  })

  test('a token that is not good is told before a staged refusal', async () => {
    cloud.httpsApis.refuse(path, 85088)
    expect(await post(`${path}?access_token=guess`, { env })).toMatchObject({ errcode: 40014 })
    expect(await asComponent(path, { env })).toEqual({ errcode: 85088, errmsg: 'no qbase privilege' })
  })

  test('both lists show the status that was set, until the cloud is reset', async () => {
    const reason = { errcode: 'LimitExceeded.Memory', errmsg: 'too much' }
    const statusOf = async () =>
      (await asComponent(path, { env, searchkey: 'echo' })).functions.map(
        (item: { [key: string]: unknown }) => [item.status, item.status_reason],
      )
    cloud.httpsApis.setStatus('echo', 'UpdateFailed', [reason])
    expect(await statusOf()).toEqual([['UpdateFailed', [reason]]])
    const { functions } = await asAuthorizer('/tcb/listfunctions', { env })
    expect(functions).toContainEqual(expect.objectContaining({ name: 'echo', status: 'UpdateFailed' }))
    cloud.httpsApis.setStatus('echo', 'Updating')
    expect(await statusOf()).toEqual([['Updating', []]])
    cloud.httpsApis.refuse(path, -1)
    await cloud.reset()
    expect(await statusOf()).toEqual([['Active', []]])
  })
})
