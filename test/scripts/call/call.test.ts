import { useStart } from '../start/support'
import { configJson, useProjects } from '../support/projects'
import { runKit } from '../support/run-kit'

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

  const missing = runKit(root, 'call', 'nobody')
  expect(missing.exitCode).toBe(1)
  expect(missing.stderr).toContain('FunctionName parameter could not be found.')
})

test('a refusal by the function is a result and an explanation, and ends with 1', () => {
  const { root } = makeProject(PROJECT)
  const { exitCode, stdout, stderr } = runKit(root, 'call', 'echo', '{"refuse":true}')
  expect(exitCode).toBe(1)
  expect(JSON.parse(stdout)).toEqual({ ok: false, error: { code: 'not-found', message: 'no such thing' } })
  expect(stderr).toContain('refused by the function')
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
