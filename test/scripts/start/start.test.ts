import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { ask, post } from '../local-cloud/support/ask'
import { isAlive } from '../local-cloud/support/is-alive'
import { useProjects } from '../support/projects'
import { runKit } from '../support/run-kit'
import { useStart } from './support'

jest.setTimeout(60_000)

// hooks run in the order in which they are made: what runs in a project ends before the project goes
const start = useStart()
const makeProject = useProjects()

/** Answers with a version and with its process. */
const versioned = (version: number) => `import cloud from 'wx-server-sdk'
export const main = async () => ({ ok: true as const, data: { version: ${version}, pid: process.pid, sdk: typeof cloud.init } })
`
const FUNCTION = { 'cloudfunctions/hello/index.ts': versioned(1) }

const hello = async (url: string) =>
  (await post(`${url}/client/callFunction`, { name: 'hello' })).json.result.data

test('kit start builds, serves, and says what is where; Ctrl-C leaves nothing behind', async () => {
  const { root } = makeProject(FUNCTION)
  const kit = await start(root, '--port', '0', '--env', 'my-env', '--openid', 'oMe')
  expect(kit.output()).toMatch(/local cloud {2}http:\/\/127\.0\.0\.1:\d+ {2}ready in/)
  expect(kit.output()).toMatch(
    /environment {2}my-env\nuser {9}oMe\nfunctions {4}hello\ncollections {2}none yet\ndata {9}\.local-cloud/,
  )
  const { version, pid, sdk } = await hello(kit.url)
  expect({ version, sdk }).toEqual({ version: 1, sdk: 'function' })
  await kit.printed(/hello ok/)

  expect(await kit.end()).toBe(0)
  expect(isAlive(pid)).toBe(false)
  await expect(ask(`${kit.url}/local/status`)).rejects.toThrow('ECONNREFUSED')
  expect(existsSync(join(root, '.local-cloud', 'cloud.json'))).toBe(false)
  expect(existsSync(join(root, '.local-cloud', 'logs', 'functions.log'))).toBe(true)
})

test.each(['SIGTERM', 'SIGHUP'] as const)('%s ends it as well', async signal => {
  const { root } = makeProject(FUNCTION)
  const kit = await start(root, '--port', '0', '--warm')
  const { pid } = await hello(kit.url)
  expect(await kit.end(signal)).toBe(0)
  expect(isAlive(pid)).toBe(false)
})

test('a changed source answers a moment later, a broken one leaves what ran before', async () => {
  const project = makeProject(FUNCTION)
  const kit = await start(project.root, '--port', '0')
  expect(await hello(kit.url)).toMatchObject({ version: 1 })
  project.write('cloudfunctions/hello/index.ts', versioned(2))
  await kit.printed(/built 1 function in [\s\S]*built 1 function in/)
  expect(await hello(kit.url)).toMatchObject({ version: 2 })
  project.write('cloudfunctions/hello/index.ts', 'export const main = (')
  await kit.printed(/build failed: .*what ran before runs on/)
  expect(await hello(kit.url)).toMatchObject({ version: 2 })
})

test('a first build that fails is told, and the functions come when it is mended', async () => {
  const project = makeProject({ 'cloudfunctions/hello/index.ts': 'export const main = (' })
  const kit = await start(project.root, '--port', '0')
  expect(kit.output()).toMatch(/cloudfunctions\/hello\/index\.ts[\s\S]*build failed/)
  project.write('cloudfunctions/hello/index.ts', versioned(3))
  await kit.printed(/built 1 function/)
  expect(await hello(kit.url)).toMatchObject({ version: 3 })
})

test('a second start on the same data is refused, and so is a port that is taken', async () => {
  const { root } = makeProject(FUNCTION)
  const kit = await start(root, '--port', '0')
  const second = runKit(root, 'start')
  expect(second.exitCode).toBe(1)
  expect(second.stderr).toContain(
    `a local cloud runs on this data already: ${kit.url} (process ${kit.child.pid})`,
  )

  const third = runKit(root, 'start', '--data', join(root, 'other'), '--port', new URL(kit.url).port)
  expect(third.exitCode).toBe(1)
  expect(third.stderr).toContain(`cannot listen on port ${new URL(kit.url).port}`)
})

test('without --port, a usual port that is taken is no obstacle', async () => {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(8710, '127.0.0.1', resolve).on('error', () => resolve()))
  try {
    const { root } = makeProject(FUNCTION)
    const kit = await start(root)
    expect(new URL(kit.url).port).not.toBe('8710')
    expect(await hello(kit.url)).toMatchObject({ version: 1 })
  } finally {
    server.close()
  }
})

test('rules, variables, faults and --reset reach the cloud', async () => {
  const project = makeProject({
    ...FUNCTION,
    'cloudfunctions/database.rules.json': '{ "notes": { "read": true, "write": true } }',
    '.env.functions.json': '{ "hello": { "GREETING": "hi" } }',
  })
  project.write(
    'cloudfunctions/hello/index.ts',
    versioned(1).replace('version: 1', 'version: process.env.GREETING'),
  )
  const kit = await start(project.root, '--port', '0', '--fault', 'hello:-501004@0', '--timeout', '5')
  expect(await hello(kit.url)).toMatchObject({ version: 'hi' })
  const database = (action: string, more: object = {}) =>
    post(`${kit.url}/client/database`, { action: `database.${action}`, collectionName: 'notes', ...more })
  expect((await database('getDocument')).json).toHaveProperty('data')
  project.write('.env.functions.json', '{ "hello": { "GREETING": "new" } }')
  project.write('cloudfunctions/database.rules.json', '{ "notes": { "read": false, "write": false } }')
  for (;;) {
    const refused = (await database('getDocument')).json.errCode === -502003
    if (refused && (await hello(kit.url)).version === 'new') break
    // asking without a pause would keep the watcher of a small machine from its turn
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  await kit.end()

  const faulty = await start(project.root, '--port', '0', '--fault', 'hello:-501004', '--reset')
  expect((await post(`${faulty.url}/client/callFunction`, { name: 'hello' })).json).toMatchObject({
    errCode: -501004,
  })
})

test('what names a function that does not exist is warned of, and what makes calls unusual is told', async () => {
  const project = makeProject({ ...FUNCTION, '.env.functions.json': '{ "*": {}, "hello": {}, "helo": {} }' })
  const usual = await start(project.root, '--port', '0')
  expect(usual.output()).not.toMatch(/^(faults|seed|timers|time limit) /m)
  await usual.end()

  const faults = ['--fault', 'hllo:timeout', '--fault', 'hello:-501004@0', '--fault', '*:+0ms']
  const kit = await start(project.root, '--port', '0', ...faults, '--seed', '7', '--timers', '--timeout', '5')
  expect(kit.output().match(/^warning .*$/gm)).toEqual([
    'warning --fault hllo:timeout: there is no cloud function "hllo"; did you mean hello?',
    'warning .env.functions.json: there is no cloud function "helo"; did you mean hello?',
  ])
  expect(kit.output()).toMatch(
    /^faults {7}hllo:timeout, hello:-501004@0, \*:\+0ms\nseed {9}7\ntimers {7}run by their cron\ntime limit {3}5 s\n/m,
  )
  project.write('.env.functions.json', '{ "other": {} }')
  await kit.printed(/warning \.env\.functions\.json: there is no cloud function "other"; there are: hello\n/)
})

test('faults and variables of a function that does not build yet are not warned of', async () => {
  const { root } = makeProject({
    'cloudfunctions/hello/index.ts': 'export const main = (',
    '.env.functions.json': '{ "hello": {} }',
  })
  const kit = await start(root, '--port', '0', '--fault', 'hello:timeout')
  expect(kit.output()).toContain('functions    none yet')
  expect(kit.output()).not.toContain('warning')
})

test.each([
  [['--fault', 'hello'], /cannot use the fault "hello"/],
  [['--env', 'Not An Id'], /env must be/],
  [['--port', 'x'], /It takes a whole number/],
  [['--timeout', '0'], /number of seconds/],
  [['--err-code', 'both'], /exact or minus-one/],
  [['--unknown'], /unknown option '--unknown'/],
])('a wrong option is a usage error: %j', (args, message) => {
  const { root } = makeProject(FUNCTION)
  const { exitCode, stderr } = runKit(root, 'start', ...args)
  expect(stderr).toMatch(message)
  expect(exitCode).toBe(2)
})

test.each([
  ['is a file', ['start'], 'package.json'],
  ['lies in a file', ['start'], 'package.json/data'],
  ['is a file', ['call', 'hello'], 'package.json'],
])('a data folder that %s is a usage error of kit %j', (_, command, data) => {
  const { root } = makeProject(FUNCTION)
  const { exitCode, stdout, stderr } = runKit(root, ...command, '--data', data)
  expect(stderr).toMatch(/^error cannot keep data in .*package\.json\S*: it is a file, or lies in one\n$/)
  expect([exitCode, stdout]).toEqual([2, ''])
})

test('the collections that the rules name are there at once, also after a reset', async () => {
  const { root } = makeProject({
    ...FUNCTION,
    'cloudfunctions/database.rules.json': '{ "notes": { "read": true }, "orders": { "read": false } }',
  })
  const kit = await start(root, '--port', '0', '--reset')
  expect(kit.output()).toMatch(/collections {2}notes, orders\n/)
})

test('a collection that the rules name while it runs is created', async () => {
  const project = makeProject({ ...FUNCTION, 'cloudfunctions/database.rules.json': '{}' })
  const kit = await start(project.root, '--port', '0')
  const ask = (collectionName: string) =>
    post(`${kit.url}/client/database`, { action: 'database.getDocument', collectionName })
  expect((await ask('late')).json).toMatchObject({ errCode: -502003 })
  project.write('cloudfunctions/database.rules.json', '{ "late": { "read": true } }')
  await kit.printed(/collections created: late\n/)
  expect((await ask('late')).json).toHaveProperty('data')
})
