import { useProvider } from '../deployed/provider'
import { ENV, kit, startKit, useFakeTools } from '../deployed/support'
import { KIT_ROOT, type TestProject, useProjects } from '../support/projects'

const makeProject = useProjects()
const makeTool = useFakeTools()
const startProvider = useProvider()

jest.setTimeout(60_000)

/** A project in which `login` and `logs` were built; no test here needs more than the names. */
function builtProject(): TestProject {
  const functions = ['login', 'logs'].map(name => ({
    name,
    sha256: '0'.repeat(64),
    ownBytes: 1,
    bytes: 1,
    openapi: [],
    withheld: [],
    triggers: [],
  }))
  return makeProject({
    'dist/manifest.json': JSON.stringify({ version: 1, functions }),
    'miniprogram/env.ts': `export const environments = { develop: '${ENV}', trial: 'trial-1a2b3c', release: 'your-env-id' }\n`,
  })
}

test.each(['stars', 'table'] as const)(
  'kit functions asks DevTools, which prints names as %s',
  async list => {
    const { root } = builtProject()
    const cli = makeTool('cli', { functions: { login: 'Active', logs: 'Active' }, list })
    const { exitCode, stdout } = await kit(root, ['functions'], { WECHAT_DEVTOOLS_CLI: cli.file })
    expect(stdout).toMatch(/^login +Active +Nodejs16\.13 +- +yes$/m)
    expect(stdout).toMatch(/^2 active in test-1a2b3c, says devtools$/m)
    expect(exitCode).toBe(0)
    expect(cli.calls()).toEqual([
      ['cloud', 'functions', 'list', '--env', ENV, '--project', root],
      ['cloud', 'functions', 'info', '--env', ENV, '--names', 'login', 'logs', '--project', root],
    ])
  },
)

test.each([
  ['failed', { login: 'Active', logs: 'UpdateFailed' }, /^logs +UpdateFailed .* runs as it was before/m],
  ['missing', { login: 'Active' }, /^logs +missing .* built, and not deployed$/m],
  ['busy', { login: 'Active', logs: 'Creating' }, /^logs +Creating .* It is being created\.$/m],
])('kit functions ends with 1 if one is %s', async (_, functions, row) => {
  const { root } = builtProject()
  const cli = makeTool('cli', { functions })
  const { exitCode, stdout } = await kit(root, ['functions', '--via', 'devtools'], {
    WECHAT_DEVTOOLS_CLI: cli.file,
  })
  expect(stdout).toMatch(row)
  expect(exitCode).toBe(1)
})

test('kit functions marks an extra one, which is no failure', async () => {
  const { root } = builtProject()
  const cli = makeTool('cli', { functions: { login: 'Active', logs: 'Active', old: 'Active' } })
  const { exitCode, stdout } = await kit(root, ['functions'], { WECHAT_DEVTOOLS_CLI: cli.file })
  expect(stdout).toMatch(/^old +Active .* no +extra: deployed, and not built here$/m)
  expect(exitCode).toBe(0)
})

test('kit functions --json --search prints what programs need, and nothing else', async () => {
  const { root } = builtProject()
  const cli = makeTool('cli', { functions: { login: 'Active', logs: 'Active' } })
  const { exitCode, stdout } = await kit(root, ['functions', '--json', '--search', 'GIN'], {
    WECHAT_DEVTOOLS_CLI: cli.file,
  })
  expect(JSON.parse(stdout)).toEqual({
    env: ENV,
    via: 'devtools',
    ok: true,
    functions: [
      {
        name: 'login',
        standing: 'active',
        built: true,
        status: 'Active',
        runtime: 'Nodejs16.13',
        changedAt: null,
        reasons: [],
      },
    ],
  })
  expect(exitCode).toBe(0)
})

test('kit functions --watch asks until none is busy', async () => {
  const { root } = builtProject()
  const cli = makeTool('cli', { functions: { login: ['Creating', 'Updating', 'Active'], logs: 'Active' } })
  const { exitCode, stdout } = await kit(root, ['functions', '--watch', '--interval', '0.01'], {
    WECHAT_DEVTOOLS_CLI: cli.file,
  })
  expect(stdout).toMatch(/^2 active in /m)
  expect(stdout).not.toContain('Creating')
  expect(exitCode).toBe(0)
  expect(cli.calls().filter(args => args.includes('info'))).toHaveLength(3)
})

test('kit functions --watch stops at one that failed', async () => {
  const { root } = builtProject()
  const cli = makeTool('cli', { functions: { login: ['Creating', 'CreateFailed'], logs: 'Active' } })
  const { exitCode, stdout } = await kit(root, ['functions', '--watch', '--interval', '0.01'], {
    WECHAT_DEVTOOLS_CLI: cli.file,
  })
  expect(stdout).toMatch(/^1 active, 1 failed in /m)
  expect(exitCode).toBe(1)
})

test('Ctrl-C ends kit functions --watch with what is known', async () => {
  const { root } = builtProject()
  const cli = makeTool('cli', { functions: { login: 'Creating', logs: 'Active' } })
  const started = startKit(root, ['functions', '--watch', '--interval', '3600'], {
    WECHAT_DEVTOOLS_CLI: cli.file,
  })
  await cli.called('info')
  started.end('SIGINT')
  const { exitCode, stderr } = await started.done
  expect(stderr).toBe('')
  expect(exitCode).toBe(1)
})

test('kit functions asks getCloudFunctionList where there are credentials, and tells time and reason', async () => {
  const { root } = builtProject()
  const provider = await startProvider(root)
  provider.deploy('login')
  provider.deploy('logs')
  provider.cloud.httpsApis.setStatus('logs', 'CreateFailed', [
    { errcode: 'ResourceNotFound.File', errmsg: '未找到函数执行入口文件' },
  ])
  const { exitCode, stdout } = await kit(root, ['functions'], provider.variables)
  expect(stdout).toMatch(/^login +Active +Nodejs20\.19 +\d{4}-\d\d-\d\d \d\d:\d\d:\d\d +yes$/m)
  expect(stdout).toMatch(/^logs +CreateFailed .* no file in which it starts/m)
  expect(stdout).toMatch(/^1 active, 1 failed in test-1a2b3c, says provider$/m)
  expect(exitCode).toBe(1)
})

test('kit functions --via provider says what WeChat refused, and never a token or a secret', async () => {
  const { root } = builtProject()
  const provider = await startProvider(root)
  provider.cloud.httpsApis.refuse('/componenttcb/getscflist', 85088)
  const { exitCode, stdout, stderr } = await kit(root, ['functions', '--via', 'provider'], provider.variables)
  expect(stdout).toBe('')
  expect(stderr).toMatch(/^error POST \/componenttcb\/getscflist failed: 85088 no qbase privilege/)
  expect(stderr).not.toMatch(/local_component_|appsecret/)
  expect(exitCode).toBe(1)
})

test.each([
  ['no DevTools', [], /command line of WeChat DevTools was not found/, 1],
  ['no credentials', ['--via', 'provider'], /missing: WECHAT_COMPONENT_APPID, WECHAT_COMPONENT_APPSECRET/, 1],
  ['a placeholder', ['--version', 'release'], /env\.ts has "your-env-id" for "release"/, 1],
  ['a wrong id', ['--env', 'a b'], /"a b" is not the id of a cloud environment/, 2],
  ['a wrong way', ['--via', 'cloudbase'], /Allowed choices are provider, devtools/, 2],
  ['a wrong interval', ['--watch', '--interval', '0'], /It takes a number of seconds/, 2],
])('kit functions with %s says so', async (_, args, message, code) => {
  const { root } = builtProject()
  const { exitCode, stdout, stderr } = await kit(root, ['functions', ...args])
  expect(stderr).toMatch(message)
  expect(stdout).toBe('')
  expect(exitCode).toBe(code)
})

test('kit functions says that nothing was built', async () => {
  const { exitCode, stderr } = await kit(makeProject().root, ['functions', '--env', ENV])
  expect(stderr).toMatch(/nothing was built yet.*npm run build/)
  expect(exitCode).toBe(1)
})

test('kit functions does not take output that it cannot read for an empty environment', async () => {
  const { root } = builtProject()
  const cli = makeTool('cli', { functions: { login: 'Active' }, list: 'prose' })
  const { exitCode, stdout, stderr } = await kit(root, ['functions'], { WECHAT_DEVTOOLS_CLI: cli.file })
  expect(stderr).toMatch(/named no function.*undocumented[\s\S]*There are 1 functions\./)
  expect(stdout).toBe('')
  expect(exitCode).toBe(1)
})

test('kit functions --help says who may ask whom', async () => {
  const { stdout } = await kit(KIT_ROOT, ['functions', '--help'])
  expect(stdout).toMatch(/getCloudFunctionList\. WeChat allows that to third-party platforms only/)
  expect(stdout).toMatch(/undocumented/)
})

test('kit functions takes the environment of the version that is asked for', async () => {
  const { root } = builtProject()
  const cli = makeTool('cli', { functions: { login: 'Active', logs: 'Active' } })
  await kit(root, ['functions', '--version', 'trial'], { WECHAT_DEVTOOLS_CLI: cli.file })
  expect(cli.calls()[0]).toContain('trial-1a2b3c')
})
