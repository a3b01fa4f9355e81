import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import { dirname } from 'node:path'
import type { LocalCloudOptions } from '../../../scripts/local-cloud'
import { failureOf, until, useClouds, useFolders } from './support/use-clouds'

const startCloud = useClouds()
const makeFolder = useFolders()

test.each<[string, Partial<LocalCloudOptions>, RegExp]>([
  [
    'an environment id that is none',
    { env: 'Not An Id' },
    /env must be 2 to 40 small letters.*not "Not An Id"/,
  ],
  ['an openid that is none', { openid: '' }, /openid must be/],
  ['a port that is none', { port: 70_000 }, /port must be a whole number from 0 to 65535, not 70000/],
  ['a time limit of nothing', { timeoutMs: 0 }, /timeoutMs must be/],
  ['half a process', { maxInstances: 0.5 }, /maxInstances must be/],
  ['a fault that is none', { faults: ['echo'] }, /cannot use the fault "echo"/],
])('%s is refused', async (_what, options, message) => {
  expect(await failureOf(startCloud(options))).toMatchObject({
    name: 'LocalCloudError',
    code: 'bad-option',
    message: expect.stringMatching(message),
  })
})

test('a folder of functions that is not there is refused', async () => {
  const functionsDir = `${makeFolder()}/none`
  expect(await failureOf(startCloud({ functionsDir }))).toMatchObject({ code: 'no-functions' })
})

test('a port that is taken is refused, and gives back what was taken meanwhile', async () => {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  const dataDir = makeFolder()
  expect(await failureOf(startCloud({ port, dataDir }))).toMatchObject({ code: 'port-taken' })
  await new Promise(resolve => server.close(resolve))
  expect((await startCloud({ port, dataDir })).port).toBe(port)
})

test('data is kept from run to run, and one cloud at a time works on it', async () => {
  const dataDir = makeFolder()
  const first = await startCloud({ dataDir })
  await first.database.insert('notes', { _id: 'a', n: 1 })
  expect(await failureOf(startCloud({ dataDir }))).toMatchObject({ name: 'KitError', code: 'in-use' })
  await first.stop()
  const second = await startCloud({ dataDir })
  expect(second.database.read('notes', 'a')).toEqual({ _id: 'a', n: 1 })
  await second.reset()
  expect(second.database.collections()).toEqual([])
})

test('a temporary cloud leaves nothing behind', async () => {
  const cloud = await startCloud()
  const { folder } = (await cloud.call('counter')).result as { folder: string }
  expect(existsSync(folder)).toBe(true)
  await cloud.stop()
  await cloud.stop()
  expect(existsSync(dirname(folder))).toBe(false)
  await expect(fetch(`${cloud.url}/local/status`)).rejects.toThrow()
  expect((await failureOf(cloud.call('counter'))).errCode).toBe(-504002)
})

test('two clouds side by side share nothing: not data, not files, not users, not what was sent', async () => {
  const [one, two] = await Promise.all([
    startCloud({ env: 'env-one', openid: 'oOne' }),
    startCloud({ env: 'env-two', openid: 'oTwo' }),
  ])
  expect(one.port).not.toBe(two.port)
  await Promise.all([
    one.database.insert('items', { _id: 'x', of: 1 }),
    two.database.insert('items', { _id: 'x', of: 2 }),
  ])
  const [inOne, inTwo] = await Promise.all(
    [one, two].map(cloud => cloud.call('sdk', { operation: 'get', id: 'x' })),
  )
  expect(inOne?.result).toMatchObject({ done: { data: { of: 1 } } })
  expect(inTwo?.result).toMatchObject({ done: { data: { of: 2 } } })
  const file = await one.call('sdk', { operation: 'upload', cloudPath: 'a.txt', text: 'one' })
  expect(file.result).toMatchObject({ done: { fileID: expect.stringContaining('cloud://env-one.') } })
  expect([(await one.storage.list()).length, (await two.storage.list()).length]).toEqual([1, 0])
  const check = { name: 'security.msgSecCheck', input: { content: 'x', version: 2, scene: 2, openid: 'o' } }
  await two.call('openapi', check)
  expect([one.sent().length, two.sent().length]).toEqual([0, 1])
  expect((await two.call('echo')).result).toMatchObject({ caller: { OPENID: 'oTwo', ENV: 'env-two' } })
  await one.stop()
  expect((await two.call('echo')).errMsg).toBe('cloud.callFunction:ok')
})

test('reset() empties everything, and functions go on', async () => {
  const cloud = await startCloud()
  await cloud.database.insert('items', { n: 1 })
  await cloud.storage.put('a', Buffer.from('a'))
  await cloud.call('counter')
  await cloud.reset()
  expect([cloud.database.collections(), await cloud.storage.list(), cloud.sent()]).toEqual([[], [], []])
  expect((await cloud.call('counter')).result).toMatchObject({ calls: 2 })
})

test('reset() and status can be asked for over HTTP', async () => {
  const cloud = await startCloud()
  await cloud.database.insert('items', { n: 1 })
  expect((await fetch(`${cloud.url}/local/reset`, { method: 'POST' })).status).toBe(200)
  expect(cloud.database.collections()).toEqual([])
  const status = (await (await fetch(`${cloud.url}/local/status`)).json()) as { functions: string[] }
  expect(status.functions).toContain('echo')
})

test('a config.json that is wrong is told, and what can be read of it counts', async () => {
  const functionsDir = makeFolder({
    'wrong/index.js': 'exports.main = async () => 1\n',
    'wrong/config.json': '{ "permissions": { "openapi": ["a.b"] },\n "trigers": [] }',
  })
  const cloud = await startCloud({ functionsDir })
  expect((await cloud.call('wrong')).result).toBe(1)
  const notice = await until(() => cloud.events.find(event => event.kind === 'notice'))
  expect(notice).toMatchObject({
    text: expect.stringMatching(/config\.json:2: "trigers" is not a key of config\.json/),
  })
})
