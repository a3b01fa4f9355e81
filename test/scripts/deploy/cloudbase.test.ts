import { delimiter, join } from 'node:path'
import { useProvider } from '../deployed/provider'
import { ENV, type FakeTool, kit, useFakeTools } from '../deployed/support'
import { recorded, useDeployable } from './support'

const makeProject = useDeployable()
const makeTool = useFakeTools()
const startProvider = useProvider()

const WAY = ['deploy', '--via', 'cloudbase']
const CLI = '--package=@cloudbase/cli@2.12.10'

function variablesOf(npx: FakeTool): Record<string, string> {
  return { PATH: `${npx.dir}${delimiter}${process.env.PATH}` }
}

jest.setTimeout(60_000)

test('kit deploy --via cloudbase runs a pinned CLI with a configuration that overwrites nothing', async () => {
  const project = makeProject()
  const npx = makeTool('npx')
  const { exitCode, stdout, stderr } = await kit(project.root, [...WAY, 'alpha'], variablesOf(npx))
  expect(stderr).toBe('')
  expect(stdout).toMatch(/openapi permissions are NOT applied/)
  expect(stdout).toMatch(/^uploaded: alpha$/m)
  expect(exitCode).toBe(0)
  expect(npx.calls()).toEqual([['--yes', CLI, '--', 'tcb', 'fn', 'deploy', 'alpha', '--envId', ENV, '--yes']])
  expect(npx.folders()).toEqual([expect.stringMatching(/[\\/]\.wx-cloud-kit[\\/]cloudbase$/)])
  expect(JSON.parse(project.read('.wx-cloud-kit/cloudbase/cloudbaserc.json'))).toEqual({
    version: '2.0',
    envId: ENV,
    functionRoot: '../../dist/cloudfunctions',
    functions: [
      {
        name: 'alpha',
        dir: '../../dist/cloudfunctions/alpha',
        handler: 'index.main',
        installDependency: false,
      },
    ],
  })
  expect(project.has(join('.wx-cloud-kit/cloudbase', '../../dist/cloudfunctions/alpha/index.js'))).toBe(true)
})

test('the configuration has the timer of a function, and installs its own packages', async () => {
  const project = makeProject()
  const trigger = { name: 'nightly', type: 'timer', config: '0 30 3 * * * *' }
  project.write('cloudfunctions/alpha/config.json', JSON.stringify({ triggers: [trigger] }))
  project.write('cloudfunctions/alpha/package.json', '{ "dependencies": { "sharp": "0.33.5" } }\n')
  await kit(project.root, [...WAY, 'alpha'], variablesOf(makeTool('npx')))
  const { functions } = JSON.parse(project.read('.wx-cloud-kit/cloudbase/cloudbaserc.json'))
  expect(functions).toMatchObject([{ installDependency: true, triggers: [trigger] }])
})

test('a failure of CloudBase CLI is one, though its exit code is 0', async () => {
  const project = makeProject()
  const npx = makeTool('npx', { functions: {}, trouble: { beta: 'error' } })
  const { exitCode, stdout } = await kit(project.root, WAY, variablesOf(npx))
  expect(stdout).toMatch(/^uploaded: alpha$/m)
  expect(stdout).toMatch(/^failed: beta: CloudBase CLI failed with exit code 0:$/m)
  expect(stdout).toMatch(/No valid identity information/)
  expect(stdout).toMatch(/Logged in\? Once: npx --package=@cloudbase\/cli@2\.12\.10 -- tcb login/)
  expect(stdout).toMatch(/^not tried: gamma$/m)
  expect(exitCode).toBe(1)
  expect(recorded(project)).toEqual(['alpha'])
})

test('what went up by CloudBase CLI goes up again by DevTools, which applies permissions; not the other way round', async () => {
  const project = makeProject()
  const npx = makeTool('npx')
  const cli = makeTool('cli')
  const variables = { ...variablesOf(npx), WECHAT_DEVTOOLS_CLI: cli.file }
  await kit(project.root, WAY, variables)
  const again = await kit(project.root, ['deploy'], variables)
  expect(again.stdout).toMatch(/^uploaded: alpha, beta, gamma$/m)
  const nothing = await kit(project.root, WAY, variables)
  expect(nothing.stdout).toMatch(
    /^to test-1a2b3c: nothing; unchanged since the last upload: alpha, beta, gamma$/m,
  )
})

test('after CloudBase CLI the API is asked where its credentials are there', async () => {
  const project = makeProject()
  const provider = await startProvider(project.root)
  for (const name of ['alpha', 'beta', 'gamma', 'old']) provider.deploy(name)
  const variables = { ...variablesOf(makeTool('npx')), ...provider.variables }
  const { stdout } = await kit(project.root, WAY, variables)
  expect(stdout).toMatch(
    /^deployed and built differ, says provider:\n {2}old is deployed, and not built here\n {2}beta may not call wxacode\.getUnlimited there$/m,
  )
})

test('kit deploy --via cloudbase --dry-run prints the configuration and the command', async () => {
  const project = makeProject()
  const npx = makeTool('npx')
  const { stdout } = await kit(project.root, [...WAY, '--dry-run'], variablesOf(npx))
  expect(stdout).toMatch(
    /^write \.wx-cloud-kit\/cloudbase\/cloudbaserc\.json: \{"version":"2\.0","envId":"test-1a2b3c"/m,
  )
  expect(stdout).toMatch(
    /npx(\.cmd)? --yes .*@cloudbase\/cli@2\.12\.10"? -- tcb fn deploy alpha --envId test-1a2b3c --yes$/m,
  )
  expect(stdout).toMatch(/^nothing is compared: nobody can be asked$/m)
  expect(npx.calls()).toEqual([])
  expect(project.has('.wx-cloud-kit')).toBe(false)
})

test('without npx kit deploy --via cloudbase says what is missing', async () => {
  const { exitCode, stdout } = await kit(makeProject().root, WAY, { PATH: '' })
  expect(stdout).toMatch(
    /^failed: alpha: cannot run npx(\.cmd)? \(ENOENT\): npx comes with Node\.js; is it in PATH\?$/m,
  )
  expect(exitCode).toBe(1)
})
