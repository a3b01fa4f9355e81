import { realpathSync } from 'node:fs'
import { join } from 'node:path'
import { useStart } from '../start/support'
import { configJson, useProjects } from '../support/projects'
import { runKit, runKitWith } from '../support/run-kit'

jest.setTimeout(60_000)

// hooks run in the order in which they are made: what runs in a project ends before the project goes
const start = useStart()
const makeProject = useProjects()

const ECHO = `import cloud from 'wx-server-sdk'
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
export const main = async (event: { say?: string; refuse?: boolean; fail?: boolean; openapi?: boolean }) => {
  if (event.refuse) return { ok: false as const, error: { code: 'not-found' as const, message: 'no such thing' } }
  if (event.fail) throw new TypeError('a bug')
  if (event.openapi) {
    // openapi-withheld: wxacode.get -- to see the error
    await cloud.openapi.wxacode.get({ path: 'p' })
  }
  const { OPENID, SOURCE } = cloud.getWXContext()
  return { ok: true as const, data: { said: event.say, OPENID, SOURCE, pid: process.pid } }
}
`
const TIMER = JSON.stringify({
  permissions: { openapi: [] },
  triggers: [{ name: 'nightly', type: 'timer', config: '0 0 2 * * * *' }],
})
const PROJECT = { 'cloudfunctions/echo/index.ts': ECHO, 'cloudfunctions/echo/config.json': configJson() }

test('kit call without a running cloud starts one: the result on stdout alone, exit code 0', () => {
  const { root } = makeProject(PROJECT)
  const { exitCode, stdout, stderr } = runKit(root, 'call', 'echo', '{"say":"hi"}', '--openid', 'oMe')
  expect([exitCode, stderr]).toEqual([0, expect.stringContaining('echo ok')])
  expect(JSON.parse(stdout)).toEqual({
    ok: true,
    data: { said: 'hi', OPENID: 'oMe', SOURCE: 'wx_client', pid: expect.any(Number) },
  })
})

test('a failure is shown, explained, and ends with 1', () => {
  const { root } = makeProject(PROJECT)
  const permission = runKit(root, 'call', 'echo', '{"openapi":true}')
  expect(permission.exitCode).toBe(1)
  expect(permission.stdout).toBe('')
  expect(permission.stderr).toContain('-504002 functions execute fail | errMsg: Error: errCode: -604101')
  expect(permission.stderr).toMatch(/1\. .*cloudfunctions\/echo\/config\.json/)
  expect(permission.stderr).toContain('called openapi.wxacode.get without permission')

  const bug = runKit(root, 'call', 'echo', '{"fail":true}')
  expect(bug.exitCode).toBe(1)
  expect(bug.stderr).toContain('errMsg: TypeError: a bug at')
  expect(bug.stderr).toMatch(
    /cloudfunctions\/echo\/index\.ts:5:\d+ {2}\(echo 1:\d+\)[\s\S]*> 5 \| .*throw new TypeError/,
  )
})

test('a refusal by the function is a result and an explanation, and ends with 1', () => {
  const { root } = makeProject(PROJECT)
  const { exitCode, stdout, stderr } = runKit(root, 'call', 'echo', '{"refuse":true}')
  expect(exitCode).toBe(1)
  expect(JSON.parse(stdout)).toEqual({ ok: false, error: { code: 'not-found', message: 'no such thing' } })
  expect(stderr).toContain('refused by the function')
})

test('a failure is explained in the language of the terminal, or in that of --lang', () => {
  const { root } = makeProject(PROJECT)
  const chinese = { LC_ALL: 'zh_CN.UTF-8' }
  const refused = runKitWith(chinese, root, 'call', 'echo', '{"refuse":true}')
  expect(refused.stderr).toMatch(/被云函数拒绝\n\n[\s\S]*怎么办/)
  const failed = runKitWith(chinese, root, 'call', 'echo', '{"fail":true}')
  expect(failed.stderr).toMatch(/失败 errCode -504002\n[\s\S]*怎么办/)
  const english = runKitWith(chinese, root, 'call', 'echo', '{"refuse":true}', '--lang', 'en')
  expect(english.stderr).toMatch(/refused by the function\n\n[\s\S]*What to do/)
  expect(runKit(root, 'call', 'echo', '{"refuse":true}', '--lang', 'zh').stderr).toContain('怎么办')
})

test('a cloud that runs is used, for calls and for timers', async () => {
  const { root } = makeProject({ ...PROJECT, 'cloudfunctions/echo/config.json': TIMER })
  const kit = await start(root, '--port', '0')
  const [first, second] = [
    runKit(root, 'call', 'echo'),
    runKit(root, 'call', 'echo', '{}', '--openid', 'oOther'),
  ]
  const [one, two] = [JSON.parse(first.stdout).data, JSON.parse(second.stdout).data]
  expect(two).toMatchObject({ pid: one.pid, OPENID: 'oOther' })
  const timer = runKit(root, 'call', 'echo', '--timer')
  expect(JSON.parse(timer.stdout).data).toEqual({ SOURCE: 'wx_trigger', pid: one.pid })
  const wrongEnv = runKit(root, 'call', 'echo', '{}', '--env', 'another-env')
  expect([wrongEnv.exitCode, wrongEnv.stderr]).toEqual([1, expect.stringContaining('Environment not found')])
  expect(runKit(root, 'call', 'echo', '{}', '--openid', 'a b')).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining('X-WX-OPENID must be'),
  })
  expect(await kit.end()).toBe(0)
})

test.each([
  ['eco', 'there is no cloud function "eco"; did you mean echo?'],
  ['nobody', 'there is no cloud function "nobody"; there are: echo'],
  ['shared', 'there is no cloud function "shared"; there are: echo'],
])('a function that does not exist is a usage error: %s', (name, message) => {
  const { root } = makeProject(PROJECT)
  const { exitCode, stderr } = runKit(root, 'call', name)
  expect(stderr).toBe(`error ${message}\n`)
  expect(exitCode).toBe(2)
})

test('a function for its timer that refuses a user is explained with --timer', () => {
  const refusing = (code: string) => `import cloud from 'wx-server-sdk'
export const main = async () =>
  cloud.getWXContext().SOURCE === 'wx_client'
    ? { ok: false as const, error: { code: '${code}' as const, message: 'not for you' } }
    : { ok: false as const, error: { code: 'permission-denied' as const, message: 'not at this time' } }
`
  const { root } = makeProject({
    'cloudfunctions/nightly/index.ts': refusing('permission-denied'),
    'cloudfunctions/nightly/config.json': TIMER,
    'cloudfunctions/hourly/index.ts': refusing('unauthenticated'),
    'cloudfunctions/hourly/config.json': TIMER,
    'cloudfunctions/user/index.ts': refusing('permission-denied'),
    'cloudfunctions/other/index.ts': refusing('not-found'),
    'cloudfunctions/other/config.json': TIMER,
  })
  const call = (...args: string[]) => runKit(root, 'call', ...args).stderr
  expect(call('nightly')).toMatch(/1\. .*: npm run kit -- call nightly --timer\n {2}2\. /)
  expect(call('hourly')).toContain('npm run kit -- call hourly --timer')
  expect(call('user')).not.toContain('--timer')
  expect(call('other')).not.toContain('--timer')
  const fired = call('nightly', '--timer')
  expect(fired).toContain('not at this time')
  expect(fired).not.toContain('call nightly --timer')
})

test('a function without a timer cannot be fired', () => {
  const { root } = makeProject(PROJECT)
  expect(runKit(root, 'call', 'echo', '--timer')).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining('"echo" has no timer'),
  })
})

test('functions that do not build are not called', () => {
  const { root } = makeProject({ ...PROJECT, 'cloudfunctions/echo/index.ts': 'export const main = (' })
  const { exitCode, stderr } = runKit(root, 'call', 'echo')
  expect(exitCode).toBe(1)
  expect(stderr).toContain('cloudfunctions/echo/index.ts')
  expect(stderr).toContain('nothing was called: the functions do not build')
})

test('--data is a folder of where `npm run` was typed', () => {
  const project = makeProject({ ...PROJECT, 'docs/data': 'a file' })
  const root = realpathSync(project.root)
  const npm = { INIT_CWD: join(root, 'docs'), npm_package_json: join(root, 'package.json') }
  const { exitCode, stderr } = runKitWith(npm, root, 'call', 'echo', '--data', 'data')
  expect(stderr).toContain(`cannot keep data in ${join(root, 'docs', 'data')}: `)
  expect(exitCode).toBe(2)
})

test.each([
  ['a type error', "export const main = async () => ({ ok: true as const, data: 'a' * 2 })\n"],
  ['a syntax error', 'export const main = ('],
  ['no main', 'export const mein = async () => 1\n'],
])('%s in another function is no obstacle', (_, source) => {
  const { root } = makeProject({ ...PROJECT, 'cloudfunctions/broken/index.ts': source })
  const { exitCode, stdout, stderr } = runKit(root, 'call', 'echo', '{"say":"hi"}')
  expect(stderr).toMatch(
    /^warning there are errors in .*: this function alone was built; npm run build shows them$/m,
  )
  expect(JSON.parse(stdout)).toMatchObject({ ok: true, data: { said: 'hi' } })
  expect(exitCode).toBe(0)
})

test.each([
  ['the function', 'cloudfunctions/echo/index.ts', `${ECHO}export const wrong: number = 'text'\n`],
  ['shared code', 'cloudfunctions/shared/wrong.ts', "export const wrong: number = 'text'\n"],
])('a type error in %s itself stops the call', (_, file, source) => {
  const { root } = makeProject({ ...PROJECT, [file]: source })
  const { exitCode, stderr } = runKit(root, 'call', 'echo')
  expect(stderr).toContain(`${file}:`)
  expect(stderr).toContain('nothing was called: the functions do not build')
  expect(exitCode).toBe(1)
})

test.each([
  [['echo', '{bad'], /the second argument must be a JSON object such as .*: /],
  [['echo', '[1]'], /the second argument must be a JSON object such as .*, not \[1\]/],
  [['echo', 'null'], /must be a JSON object/],
  [[], /missing required argument 'name'/],
])('a wrong command line is a usage error: %j', (args, message) => {
  const { root } = makeProject(PROJECT)
  const { exitCode, stderr } = runKit(root, 'call', ...args)
  expect(stderr).toMatch(message)
  expect(exitCode).toBe(2)
})
