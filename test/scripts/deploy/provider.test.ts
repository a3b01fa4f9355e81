import { useProvider } from '../deployed/provider'
import { ENV, kit } from '../deployed/support'
import { change, recorded, useDeployable } from './support'

const makeProject = useDeployable()
const startProvider = useProvider()

const WAY = ['deploy', '--via', 'provider']
const FILES = ['config.json', 'index.js', 'package.json', 'wx-server-sdk.js']

jest.setTimeout(60_000)

test('kit deploy --via provider creates what is new, replaces what is there, and sets the permissions of both', async () => {
  const project = makeProject()
  const provider = await startProvider(project.root)
  provider.deploy('beta')
  const { exitCode, stdout, stderr } = await kit(project.root, [...WAY, 'alpha', 'beta'], provider.variables)
  expect(stderr).toBe('')
  expect(stdout).toMatch(/^uploaded: alpha, beta$/m)
  expect(stdout).toMatch(/^deployed is what was built, by name and status, says provider$/m)
  expect(exitCode).toBe(0)
  const permissions = (name: string, openapi: string[]) => ({
    path: '/tcb/uploadfuncconfig',
    body: { type: 1, env: ENV, function_name: name, config: JSON.stringify({ permissions: { openapi } }) },
  })
  const sent = provider.requests.filter(({ path }) => /upload/.test(path))
  expect(sent).toEqual([
    { path: '/componenttcb/batchuploadscf', body: { functionname: 'alpha', envs: [ENV], zipfile: FILES } },
    permissions('alpha', []),
    { path: '/componenttcb/batchuploadscfcode', body: { functionname: 'beta', envs: [ENV], zipfile: FILES } },
    permissions('beta', ['wxacode.getUnlimited']),
  ])
})

test('a function that WeChat cannot create is told with its reason, and stops the rest', async () => {
  const project = makeProject()
  const provider = await startProvider(project.root)
  provider.cloud.httpsApis.setStatus('alpha', 'CreateFailed', [
    { errcode: 'ResourceNotFound.File', errmsg: '未找到函数执行入口文件' },
  ])
  const { exitCode, stdout } = await kit(project.root, WAY, provider.variables)
  expect(stdout).toMatch(
    /^failed: alpha: "alpha" was sent, and is not active: It could not be created.* no file in which it starts/m,
  )
  expect(stdout).toMatch(/^not tried: beta, gamma$/m)
  expect(exitCode).toBe(1)
  expect(provider.requests.some(({ path }) => path === '/tcb/uploadfuncconfig')).toBe(false)
})

test('kit deploy --via provider goes on after a refusal where it stopped', async () => {
  const project = makeProject()
  const provider = await startProvider(project.root)
  for (const name of ['alpha', 'beta', 'gamma']) provider.deploy(name)
  provider.refuse('beta', 'the environment is locked')
  const first = await kit(project.root, WAY, provider.variables)
  expect(first.stdout).toMatch(
    /^failed: beta: .*"beta" did not go up to test-1a2b3c: the environment is locked/m,
  )
  expect(first.exitCode).toBe(1)
  expect(recorded(project)).toEqual(['alpha'])
  const second = await kit(project.root, WAY, provider.variables)
  expect(second.stdout).toMatch(/^to test-1a2b3c: beta, gamma; unchanged since the last upload: alpha$/m)
  expect(second.exitCode).toBe(0)
})

test('permissions that are refused make the function go up again', async () => {
  const project = makeProject()
  const provider = await startProvider(project.root)
  provider.deploy('beta')
  provider.cloud.httpsApis.refuse('/tcb/uploadfuncconfig', 40097)
  const { exitCode, stdout } = await kit(project.root, [...WAY, 'beta'], provider.variables)
  expect(stdout).toMatch(/^failed: beta: POST \/tcb\/uploadfuncconfig failed: 40097/m)
  expect(exitCode).toBe(1)
  expect(recorded(project)).toEqual([])
})

test('kit deploy --via provider --dry-run prints the requests, and needs no credentials for it', async () => {
  const project = makeProject()
  const { exitCode, stdout } = await kit(project.root, [...WAY, '--dry-run', 'beta'])
  expect(stdout).toMatch(
    /^POST \/componenttcb\/batchuploadscfcode \{"functionname":"beta","envs":\["test-1a2b3c"\],"zipfile":"<dist\/packages\/beta\.zip, \d+\.\d kB, in base64>"\}$/m,
  )
  expect(stdout).toMatch(
    /^POST \/tcb\/uploadfuncconfig \{"type":1,"env":"test-1a2b3c","function_name":"beta","config":".*getUnlimited/m,
  )
  expect(exitCode).toBe(0)
})

test('a dry run with credentials sends nothing and prints no secret', async () => {
  const project = makeProject()
  const provider = await startProvider(project.root)
  const { stdout, stderr } = await kit(project.root, [...WAY, '--dry-run'], provider.variables)
  expect(provider.requests).toEqual([])
  for (const secret of ['WECHAT_COMPONENT_APPSECRET', 'WECHAT_AUTHORIZER_REFRESH_TOKEN']) {
    expect(stdout + stderr).not.toContain(provider.variables[secret])
  }
})

test('kit deploy --via provider names every credential that is missing before it builds anything', async () => {
  const project = makeProject()
  project.remove('dist')
  const { exitCode, stderr } = await kit(project.root, WAY)
  expect(stderr).toMatch(
    /missing: WECHAT_COMPONENT_APPID, .*WECHAT_AUTHORIZER_APPID, WECHAT_AUTHORIZER_REFRESH_TOKEN/,
  )
  expect(exitCode).toBe(1)
  expect(project.has('dist/manifest.json')).toBe(false)
})

test('the permissions in the cloud are compared with those that the code needs', async () => {
  const project = makeProject()
  const provider = await startProvider(project.root)
  await kit(project.root, WAY, provider.variables)
  const { root } = project
  await provider.permit('beta', ['wxacode.get'])
  const { exitCode, stdout } = await kit(root, WAY, provider.variables)
  expect(stdout).toMatch(
    /^deployed and built differ, says provider:\n {2}beta may not call wxacode\.getUnlimited there\n {2}beta may call wxacode\.get there, and does not$/m,
  )
  expect(exitCode).toBe(0)
})

test('kit deploy --via provider uploads what has changed, and finds it changed', async () => {
  const project = makeProject()
  const provider = await startProvider(project.root)
  await kit(project.root, WAY, provider.variables)
  change(project, 'gamma')
  const { exitCode, stdout } = await kit(project.root, WAY, provider.variables)
  expect(stdout).toMatch(/^uploaded: gamma$/m)
  expect(stdout).toMatch(/^deployed is what was built, by name and status, says provider$/m)
  expect(exitCode).toBe(0)
})
