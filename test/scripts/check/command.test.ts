import { configJson, OPENAPI_FUNCTION, PLAIN_FUNCTION, useProjects } from '../support/projects'
import { runKit } from '../support/run-kit'

const makeProject = useProjects()

test('kit check names the missing permission with its place and exits with 1', () => {
  const { root } = makeProject({
    'cloudfunctions/code/index.ts': OPENAPI_FUNCTION,
    'cloudfunctions/code/config.json': configJson(),
  })
  const { exitCode, stdout } = runKit(root, 'check')
  expect(exitCode).toBe(1)
  expect(stdout).toMatch(
    /^cloudfunctions\/code\/index\.ts:3:\d+ error .*wxacode\.getUnlimited.*\[openapi-not-listed\]$/m,
  )
  expect(stdout).toContain('check failed: 1 error')
})

test('kit check --fix writes the names, keeps the rest of the file, and is content with it', () => {
  const project = makeProject({
    'cloudfunctions/code/index.ts': OPENAPI_FUNCTION,
    'cloudfunctions/code/config.json':
      '{\r\n\t"permissions": {\r\n\t\t"openapi": [\r\n\t\t\t"wxacode.get"\r\n\t\t]\r\n\t},\r\n\t"triggers": []\r\n}\r\n',
  })
  const { exitCode, stdout } = runKit(project.root, 'check', '--fix')
  expect(stdout).toContain('fixed cloudfunctions/code/config.json')
  expect(exitCode).toBe(0)
  expect(project.read('cloudfunctions/code/config.json')).toBe(
    '{\r\n\t"permissions": {\r\n\t\t"openapi": [\r\n\t\t\t"wxacode.getUnlimited"\r\n\t\t]\r\n\t},\r\n\t"triggers": []\r\n}\r\n',
  )
})

test('kit check --fix makes a config.json where one is needed, and only there', () => {
  const project = makeProject({
    'cloudfunctions/code/index.ts': OPENAPI_FUNCTION,
    'cloudfunctions/whoami/index.ts': PLAIN_FUNCTION,
  })
  expect(runKit(project.root, 'check', '--fix').exitCode).toBe(0)
  expect(project.read('cloudfunctions/code/config.json')).toBe(
    '{\n  "permissions": {\n    "openapi": ["wxacode.getUnlimited"]\n  }\n}\n',
  )
  expect(project.has('cloudfunctions/whoami/config.json')).toBe(false)
})

test('kit check --fix leaves a function alone whose calls cannot all be told', () => {
  const listed = configJson('wxacode.get')
  const project = makeProject({
    'cloudfunctions/any/index.ts': `import cloud from 'wx-server-sdk'\nexport const main = async (event: { api: string }) => (cloud.openapi as any)[event.api]({})\n`,
    'cloudfunctions/any/config.json': listed,
  })
  const { exitCode, stdout } = runKit(project.root, 'check', '--fix', '--no-types')
  expect(exitCode).toBe(1)
  expect(stdout).toContain('[openapi-dynamic]')
  expect(project.read('cloudfunctions/any/config.json')).toBe(listed)
})

test('kit check --fix does not take a misspelt name into the list, nor the right one out of it', () => {
  const listed = configJson('security.msgSecCheck')
  const project = makeProject({
    'cloudfunctions/talk/index.ts': `import cloud from 'wx-server-sdk'\nexport const main = async () => (cloud.openapi as any).security.msgSecChek({ content: 'a' })\n`,
    'cloudfunctions/talk/config.json': listed,
  })
  const { exitCode, stdout } = runKit(project.root, 'check', '--fix', '--no-types')
  expect(exitCode).toBe(1)
  expect(stdout).toContain('did you mean security.msgSecCheck?')
  expect(stdout).toContain('check failed: 1 error\n')
  expect(project.read('cloudfunctions/talk/config.json')).toBe(listed)
})

test('kit check finds secrets in the mini program', () => {
  const { root } = makeProject({
    'cloudfunctions/whoami/index.ts': PLAIN_FUNCTION,
    'miniprogram/private.wx0123456789abcdef.key': 'x',
  })
  const { exitCode, stdout } = runKit(root, 'check', '--no-types')
  expect(exitCode).toBe(1)
  expect(stdout).toContain('miniprogram/private.wx0123456789abcdef.key error')
})

test('kit check --json is one JSON document', () => {
  const { root } = makeProject({ 'cloudfunctions/whoami/index.ts': PLAIN_FUNCTION })
  const { exitCode, stdout } = runKit(root, 'check', '--json')
  expect(JSON.parse(stdout)).toEqual({
    ok: true,
    fixed: [],
    functions: [{ name: 'whoami', openapi: [], withheld: [] }],
    problems: [],
  })
  expect(exitCode).toBe(0)
})

test('kit check finds type errors of the functions', () => {
  const { root } = makeProject({
    'cloudfunctions/wrong/index.ts': 'export const main = async () => ({ ok: true as const, data: wx })\n',
  })
  const { exitCode, stdout } = runKit(root, 'check')
  expect(exitCode).toBe(1)
  expect(stdout).toMatch(/^cloudfunctions\/wrong\/index\.ts:1:\d+ error Cannot find name 'wx'/m)
})

test('kit check finds a security rule that the platform would not take, with its place', () => {
  const { root } = makeProject({
    'cloudfunctions/whoami/index.ts': PLAIN_FUNCTION,
    'cloudfunctions/database.rules.json':
      '{\n  "orders": {\n    "read": "doc._openid == auth.opnid"\n  }\n}\n',
    'cloudfunctions/storage.rules.json': '{ "read": true, "write": "resource.openid = auth.openid" }\n',
  })
  const { exitCode, stdout } = runKit(root, 'check', '--no-types')
  expect(exitCode).toBe(1)
  expect(stdout).toMatch(/^cloudfunctions\/database\.rules\.json:3:\d+ error .*opnid/m)
  expect(stdout).toMatch(/^cloudfunctions\/storage\.rules\.json:1:\d+ error /m)
})

test('kit check finds a wrong name in a template, with its place and the nearest one', () => {
  const { root } = makeProject({
    'cloudfunctions/whoami/index.ts': PLAIN_FUNCTION,
    'miniprogram/app.json': '{ "pages": ["pages/home/home"] }',
    'miniprogram/pages/home/home.ts': "Page({ data: { title: '' }, onOpen() {} })\n",
    'miniprogram/pages/home/home.wxml': '<view bind:tap="onOpne">\n  {{titel}}\n</view>\n',
  })
  const { exitCode, stdout } = runKit(root, 'check')
  expect(exitCode).toBe(1)
  expect(stdout).toBe(
    [
      'miniprogram/pages/home/home.wxml:1:17 error bind:tap: pages/home/home has no method "onOpne" [handler-unknown]',
      '    did you mean "onOpen"?',
      'miniprogram/pages/home/home.wxml:2:5 error the data of pages/home/home has no "titel" [data-unknown]',
      '    did you mean "title"?',
      'check failed: 2 errors',
      '',
    ].join('\n'),
  )
  expect(runKit(root, 'check', '--no-types').exitCode).toBe(0)
})

test.each([['--fix'], ['--json']])('kit check --watch does not go with %s', flag => {
  const { root } = makeProject({ 'cloudfunctions/whoami/index.ts': PLAIN_FUNCTION })
  const { exitCode, stderr } = runKit(root, 'check', '--watch', flag)
  expect(exitCode).toBe(2)
  expect(stderr).toContain('--watch')
})
