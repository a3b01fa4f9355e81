import { ENV, type FakeTool, kit, startKit, useFakeTools } from '../deployed/support'
import { KIT_ROOT } from '../support/projects'
import { change, recorded, useDeployable } from './support'

const makeProject = useDeployable()
const makeTool = useFakeTools()

function variablesOf(cli: FakeTool): Record<string, string> {
  return { WECHAT_DEVTOOLS_CLI: cli.file }
}

function uploadsOf(cli: FakeTool): string[] {
  return cli.calls().flatMap(args => (args[2] === 'deploy' ? [args[args.indexOf('--names') + 1] ?? ''] : []))
}

jest.setTimeout(60_000)

test('kit deploy uploads by DevTools, compares, and the next time uploads only what has changed', async () => {
  const project = makeProject()
  const cli = makeTool('cli')
  const first = await kit(project.root, ['deploy'], variablesOf(cli))
  expect(first.stderr).toBe('')
  expect(first.stdout).toMatch(/^to test-1a2b3c: alpha, beta, gamma$/m)
  expect(first.stdout).toMatch(/^uploaded alpha in /m)
  expect(first.stdout).toMatch(/^deployed is what was built, by name and status, says devtools$/m)
  expect(first.stdout).toMatch(/^uploaded: alpha, beta, gamma$/m)
  expect(first.exitCode).toBe(0)
  const { root } = project
  expect(cli.calls()).toEqual([
    ['cloud', 'functions', 'deploy', '--env', ENV, '--names', 'alpha', '--project', root],
    ['cloud', 'functions', 'deploy', '--env', ENV, '--names', 'beta', '--project', root],
    ['cloud', 'functions', 'deploy', '--env', ENV, '--names', 'gamma', '--project', root],
    ['cloud', 'functions', 'list', '--env', ENV, '--project', root],
    ['cloud', 'functions', 'info', '--env', ENV, '--names', 'alpha', 'beta', 'gamma', '--project', root],
  ])

  change(project, 'gamma')
  const second = await kit(root, ['deploy'], variablesOf(cli))
  expect(second.stdout).toMatch(/^to test-1a2b3c: gamma; unchanged since the last upload: alpha, beta$/m)
  expect(uploadsOf(cli)).toEqual(['alpha', 'beta', 'gamma', 'gamma'])

  const third = await kit(root, ['deploy'], variablesOf(cli))
  expect(third.stdout).toMatch(/^to test-1a2b3c: nothing; unchanged/m)
  expect(third.exitCode).toBe(0)
  expect(uploadsOf(cli)).toHaveLength(4)
})

test('kit deploy uploads everything with --all, everything to another environment, and only what is named', async () => {
  const project = makeProject()
  const cli = makeTool('cli')
  await kit(project.root, ['deploy'], variablesOf(cli))
  await kit(project.root, ['deploy', '--all'], variablesOf(cli))
  expect(uploadsOf(cli)).toHaveLength(6)
  const { stdout } = await kit(project.root, ['deploy', 'beta', '--env', 'other-1a2b3c'], variablesOf(cli))
  expect(stdout).toMatch(/^to other-1a2b3c: beta$/m)
  expect(uploadsOf(cli)).toHaveLength(7)
  expect(recorded(project)).toEqual(['alpha', 'beta', 'gamma'])
  expect(recorded(project, 'other-1a2b3c')).toEqual(['beta'])
})

test.each(['error', 'row'] as const)(
  'kit deploy stops at an upload that fails by %s, and goes on there the next time',
  async trouble => {
    const project = makeProject()
    const cli = makeTool('cli', { functions: {}, trouble: { beta: trouble } })
    const first = await kit(project.root, ['deploy'], variablesOf(cli))
    expect(first.stdout).toMatch(/^uploaded: alpha$/m)
    expect(first.stdout).toMatch(/^failed: beta: /m)
    expect(first.stdout).toMatch(/^not tried: gamma$/m)
    expect(first.stdout).toMatch(/^the next run goes on where this one stopped$/m)
    expect(first.exitCode).toBe(1)
    expect(recorded(project)).toEqual(['alpha'])

    cli.set({ functions: { alpha: 'Active' } })
    const second = await kit(project.root, ['deploy'], variablesOf(cli))
    expect(second.exitCode).toBe(0)
    expect(uploadsOf(cli)).toEqual(['alpha', 'beta', 'beta', 'gamma'])
  },
)

test('kit deploy says what DevTools said of a failure, and what to look at', async () => {
  const cli = makeTool('cli', { functions: {}, trouble: { alpha: 'error' } })
  const { stdout } = await kit(makeProject().root, ['deploy'], variablesOf(cli))
  expect(stdout).toMatch(/no such environment/)
  expect(stdout).toMatch(/Service Port/)
})

test('an upload that DevTools prints no table for counts by its exit code, and is looked for afterwards', async () => {
  const cli = makeTool('cli', {
    functions: { alpha: 'Active', old: 'Active' },
    trouble: { alpha: 'silence' },
  })
  const { exitCode, stdout } = await kit(makeProject().root, ['deploy'], variablesOf(cli))
  expect(stdout).toMatch(/^uploaded: alpha, beta, gamma$/m)
  expect(stdout).toMatch(/^alpha +Active/m)
  expect(exitCode).toBe(0)
})

test('kit deploy ends with 1 if what it uploaded is not Active', async () => {
  const cli = makeTool('cli', { functions: { alpha: 'UpdateFailed', beta: 'Active', old: 'Active' } })
  const { exitCode, stdout } = await kit(makeProject().root, ['deploy'], variablesOf(cli))
  expect(stdout).toMatch(/^deployed and built differ, says devtools:$/m)
  expect(stdout).toMatch(/^ {2}alpha is UpdateFailed$/m)
  expect(stdout).toMatch(/^ {2}old is deployed, and not built here$/m)
  expect(exitCode).toBe(1)
})

test('kit deploy uploads again what somebody deleted in the cloud', async () => {
  const project = makeProject()
  const cli = makeTool('cli')
  await kit(project.root, ['deploy'], variablesOf(cli))
  cli.set({ functions: { alpha: 'Active', beta: 'Active' } })
  const missed = await kit(project.root, ['deploy'], variablesOf(cli))
  expect(missed.stdout).toMatch(/^ {2}gamma is built, and not deployed$/m)
  expect(missed.exitCode).toBe(1)
  const mended = await kit(project.root, ['deploy'], variablesOf(cli))
  expect(mended.stdout).toMatch(/^uploaded: gamma$/m)
  expect(mended.exitCode).toBe(0)
})

test('an upload counts though nobody can be asked afterwards, and that is said', async () => {
  const project = makeProject()
  const cli = makeTool('cli', { functions: {}, list: 'prose' })
  const { exitCode, stdout } = await kit(project.root, ['deploy'], variablesOf(cli))
  expect(stdout).toMatch(/^what is deployed was not compared with what was built: .*named no function/m)
  expect(recorded(project)).toEqual(['alpha', 'beta', 'gamma'])
  expect(exitCode).toBe(0)
})

test('Ctrl-C in the middle of an upload leaves a record of what is known', async () => {
  const project = makeProject()
  const cli = makeTool('cli')
  await kit(project.root, ['deploy'], variablesOf(cli))
  for (const name of ['alpha', 'gamma']) change(project, name)
  cli.set({ functions: { alpha: 'Active', beta: 'Active', gamma: 'Active' }, trouble: { gamma: 'hang' } })
  const started = startKit(project.root, ['deploy', '--all'], variablesOf(cli))
  while (uploadsOf(cli).at(-1) !== 'gamma' || uploadsOf(cli).length < 6) await new Promise(setImmediate)
  started.end('SIGINT')
  const { exitCode, stdout } = await started.done
  expect(stdout).toMatch(/^uploaded: alpha, beta$/m)
  expect(stdout).toMatch(/^failed: gamma: interrupted: whether it arrived is not known$/m)
  expect(exitCode).toBe(1)
  expect(recorded(project)).toEqual(['alpha', 'beta'])
})

test('kit deploy that is killed in the middle uploads that function again', async () => {
  const project = makeProject()
  const cli = makeTool('cli')
  await kit(project.root, ['deploy'], variablesOf(cli))
  cli.set({ functions: {}, trouble: { beta: 'hang' } })
  const started = startKit(project.root, ['deploy', '--all'], variablesOf(cli))
  while (uploadsOf(cli).length < 5) await new Promise(setImmediate)
  started.end('SIGKILL')
  await started.done
  cli.end()
  expect(recorded(project)).toEqual(['alpha', 'gamma'])
})

test('two uploads of one project do not get into each other', async () => {
  const project = makeProject()
  project.write('.wx-cloud-kit/deploy.lock', String(process.pid))
  const cli = makeTool('cli')
  const { exitCode, stderr } = await kit(project.root, ['deploy'], variablesOf(cli))
  expect(stderr).toMatch(`process ${process.pid} is uploading this project; wait until it is done`)
  expect(exitCode).toBe(1)
  expect(cli.calls()).toEqual([])
})

test('kit deploy --dry-run prints every command and uploads nothing', async () => {
  const project = makeProject()
  const cli = makeTool('cli')
  const { exitCode, stdout } = await kit(
    project.root,
    ['deploy', '--dry-run', 'alpha', 'beta'],
    variablesOf(cli),
  )
  expect(stdout).toMatch(/cloud functions deploy --env test-1a2b3c --names alpha --project /)
  expect(stdout).toMatch(/cloud functions deploy --env test-1a2b3c --names beta --project /)
  expect(stdout).not.toContain('--names gamma')
  expect(stdout).toMatch(/cloud functions list --env test-1a2b3c --project /)
  expect(stdout).toMatch(/cloud functions info --env test-1a2b3c --names alpha beta --project /)
  expect(stdout).toMatch(/^dry run: nothing was uploaded$/m)
  expect(exitCode).toBe(0)
  expect(cli.calls()).toEqual([])
  expect(project.has('.wx-cloud-kit')).toBe(false)
})

test('kit deploy has packages installed in the cloud where a function has its own', async () => {
  const project = makeProject()
  project.write('cloudfunctions/alpha/package.json', '{ "dependencies": { "sharp": "0.33.5" } }\n')
  const cli = makeTool('cli')
  await kit(project.root, ['deploy', 'alpha'], variablesOf(cli))
  expect(cli.calls()[0]).toContain('--remote-npm-install')
})

test('kit deploy uploads nothing that does not build', async () => {
  const project = makeProject()
  project.write('cloudfunctions/beta/config.json', '{ "permissions": { "openapi": [] } }\n')
  const cli = makeTool('cli')
  const { exitCode, stderr } = await kit(project.root, ['deploy'], variablesOf(cli))
  expect(stderr).toMatch(/wxacode\.getUnlimited/)
  expect(stderr).toMatch(/^nothing was uploaded: 1 error$/m)
  expect(exitCode).toBe(1)
  expect(cli.calls()).toEqual([])
})

test.each([
  ['no DevTools', [], /command line of WeChat DevTools was not found/, 1],
  ['an unknown function', ['nowhere'], /no cloud function "nowhere"/, 2],
  ['an unknown way', ['--via', 'ftp'], /Allowed choices are devtools, cloudbase, provider/, 2],
  ['the local cloud', ['--version', 'trial'], /env\.ts has "local" for "trial", which is the local cloud/, 1],
  ['a placeholder', ['--version', 'release'], /env\.ts has "your-env-id" for "release"/, 1],
])('kit deploy with %s says so and uploads nothing', async (what, args, message, code) => {
  const variables = what === 'no DevTools' ? {} : variablesOf(makeTool('cli'))
  const { exitCode, stderr } = await kit(makeProject().root, ['deploy', ...args], variables)
  expect(stderr).toMatch(message)
  expect(exitCode).toBe(code)
})

test('kit deploy --help says what each way applies', async () => {
  const { stdout } = await kit(KIT_ROOT, ['deploy', '--help'])
  expect(stdout).toMatch(/cloudbase .*Does NOT apply permissions/)
  expect(stdout).toMatch(/only tool that applies the openapi permissions/)
})
