import { mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createWeChatApi, fixedAccessToken } from '../../../cloudfunctions/shared/wechat-api'
import { useClouds, useFolders } from '../../scripts/local-cloud/support/use-clouds'
import { errorOf, localProvider } from './support/local-provider'
import { json, useServer } from './support/use-server'

const serve = useServer()
const startCloud = useClouds()
const makeFolder = useFolders()
const env = 'local-env'

/** https://developers.weixin.qq.com/doc/oplatform/openApi/cloudbase-batch/scf-mgnt/api_getcloudfunctionlist.html */
const documented = {
  request: { env: 'myttest-8gu57so0bd9f9e8a' },
  reply: {
    errcode: 0,
    errmsg: 'ok',
    total_count: 2,
    functions: [
      {
        mod_time: '2021-07-29 15:04:19',
        add_time: '2021-07-29 15:04:19',
        runtime: 'Nodejs8.9',
        name: 'testfunc5',
        status: 'CreateFailed',
        status_reason: [
          {
            errcode: 'ResourceNotFound.File',
            errmsg:
              '未找到函数执行入口文件,请确认代码包入口文件名和 handler 设置是否对应或代码压缩包是否正常。',
          },
        ],
      },
      {
        mod_time: '2021-07-29 14:41:43',
        add_time: '2021-07-29 14:41:43',
        runtime: 'Nodejs8.9',
        name: 'testfunc4',
        status: 'Active',
        status_reason: [],
      },
    ],
  },
}

const apiOf = (baseUrl: string) => createWeChatApi({ component: fixedAccessToken('TOKEN+/='), baseUrl })

test('getCloudFunctionList() asks as documented', async () => {
  const { url, requests } = await serve(json(documented.reply))
  await apiOf(url).getCloudFunctionList(documented.request)
  expect(requests).toEqual([
    {
      method: 'POST',
      url: '/componenttcb/getscflist?access_token=TOKEN%2B%2F%3D',
      body: '{"env":"myttest-8gu57so0bd9f9e8a"}',
      contentType: 'application/json',
    },
  ])
})

test('getCloudFunctionList() sends offset, limit and searchkey, and nothing else', async () => {
  const { url, requests } = await serve(json(documented.reply))
  const query = { env, offset: 0, limit: 5, searchkey: '登录', extra: 1 }
  await apiOf(url).getCloudFunctionList(query)
  expect(JSON.parse(requests[0]?.body ?? '')).toEqual({ env, offset: 0, limit: 5, searchkey: '登录' })
})

test('getCloudFunctionList() reads the documented answer, with times in UTC+8', async () => {
  const { url } = await serve(json(documented.reply))
  const time = (text: string) => new Date(`${text}+08:00`)
  const [failed, active] = documented.reply.functions
  expect(await apiOf(url).getCloudFunctionList(documented.request)).toEqual({
    total_count: 2,
    functions: [
      { ...failed, add_time: time('2021-07-29T15:04:19'), mod_time: time('2021-07-29T15:04:19') },
      { ...active, add_time: time('2021-07-29T14:41:43'), mod_time: time('2021-07-29T14:41:43') },
    ],
  })
  const { functions } = await apiOf(url).getCloudFunctionList(documented.request)
  expect(functions[0]?.mod_time.toISOString()).toBe('2021-07-29T07:04:19.000Z')
})

test('getCloudFunctionList() takes a status and fields that nobody knows yet', async () => {
  const [, active] = documented.reply.functions
  const { url } = await serve(
    json({ ...documented.reply, next: 1, functions: [{ ...active, status: 'Sleeping', memory: 256 }] }),
  )
  const { functions } = await apiOf(url).getCloudFunctionList({ env })
  expect(functions).toMatchObject([{ name: 'testfunc4', status: 'Sleeping' }])
})

test.each<[string, object]>([
  ['no functions', { functions: undefined }],
  ['functions that are no list', { functions: {} }],
  ['no total', { total_count: undefined }],
  ['a total that is text', { total_count: '2' }],
  ['no errcode', { errcode: undefined }],
  ['a function without a name', { functions: [{ ...documented.reply.functions[1], name: undefined }] }],
  ['a time that is none', { functions: [{ ...documented.reply.functions[1], mod_time: 'yesterday' }] }],
  [
    'a month that is none',
    { functions: [{ ...documented.reply.functions[1], add_time: '2021-13-01 00:00:00' }] },
  ],
  [
    'a reason without its words',
    { functions: [{ ...documented.reply.functions[0], status_reason: [{ errcode: 'A' }] }] },
  ],
])('getCloudFunctionList() gives no half result for %s', async (_what, change) => {
  const { url } = await serve(json({ ...documented.reply, ...change }))
  const error = await errorOf(apiOf(url).getCloudFunctionList({ env }))
  expect(error).toMatchObject({ kind: 'wrong-shape', path: '/componenttcb/getscflist' })
})

describe('in the local cloud', () => {
  /** A cloud with as many functions, the first of them changed last. */
  async function cloudOf(count: number) {
    const functionsDir = makeFolder()
    const names = Array.from({ length: count }, (_, index) => `f${String(index).padStart(4, '0')}`)
    names.forEach((name, index) => {
      const file = join(functionsDir, name, 'index.js')
      mkdirSync(join(functionsDir, name))
      writeFileSync(file, '')
      utimesSync(file, 2_000_000_000 - index, 2_000_000_000 - index)
    })
    const { url } = await startCloud({ functionsDir })
    return { ...localProvider(url), names }
  }

  test.each([0, 1, 20, 21, 1000])('allCloudFunctions() lists all of %d functions, each once', async count => {
    const { api, names } = await cloudOf(count)
    const found: string[] = []
    for await (const { name } of api.allCloudFunctions({ env })) found.push(name)
    expect(found).toEqual(names)
  })

  test.each([
    [0, 1],
    [20, 1],
    [21, 2],
    [39, 2],
    [40, 3],
  ])('allCloudFunctions() lists %d functions in %d pages of 20', async (count, pages) => {
    const { api, paths } = await cloudOf(count)
    for await (const { name } of api.allCloudFunctions({ env })) expect(name).toMatch(/^f/)
    expect(paths.filter(path => path === '/componenttcb/getscflist')).toHaveLength(pages)
  })

  test('getCloudFunctionList() gives 20 unless told otherwise, and pages by offset and limit', async () => {
    const { api, names } = await cloudOf(30)
    const namesOf = async (query: object) =>
      (await api.getCloudFunctionList({ env, ...query })).functions.map(({ name }) => name)
    expect(await namesOf({})).toEqual(names.slice(0, 20))
    expect(await namesOf({ offset: 25 })).toEqual(names.slice(25))
    expect(await namesOf({ offset: 3, limit: 2 })).toEqual(names.slice(3, 5))
    expect(await namesOf({ offset: 30 })).toEqual([])
    expect(await api.getCloudFunctionList({ env, limit: 1 })).toMatchObject({ total_count: 30 })
  })

  test('allCloudFunctions() finds by a part of the name', async () => {
    const { api } = await cloudOf(30)
    const found: string[] = []
    for await (const { name } of api.allCloudFunctions({ env, searchkey: 'F002', pageSize: 3 }))
      found.push(name)
    expect(found).toEqual(Array.from({ length: 10 }, (_, index) => `f002${index}`))
  })

  test('a status and its reasons arrive as they are', async () => {
    const functionsDir = makeFolder({ 'good/index.js': '', 'bad/package.json': '{}' })
    const cloud = await startCloud({ functionsDir })
    cloud.httpsApis.setStatus('good', 'Updating')
    const { functions } = await localProvider(cloud.url).api.getCloudFunctionList({ env })
    expect(functions.sort((a, b) => a.name.localeCompare(b.name))).toMatchObject([
      { name: 'bad', status: 'CreateFailed', status_reason: [{ errcode: 'ResourceNotFound.File' }] },
      { name: 'good', status: 'Updating', status_reason: [] },
    ])
  })
})
