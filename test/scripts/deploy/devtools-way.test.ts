import type { BuiltFunction } from '../../../scripts/build'
import { devToolsWay } from '../../../scripts/deploy/devtools-way'
import { ENV, type FakeTool, useFakeTools } from '../deployed/support'
import { useProjects } from '../support/projects'

const makeProject = useProjects()
const makeTool = useFakeTools()

const before = process.env.WECHAT_DEVTOOLS_CLI
afterEach(() => {
  if (before === undefined) delete process.env.WECHAT_DEVTOOLS_CLI
  else process.env.WECHAT_DEVTOOLS_CLI = before
})

const ALPHA: BuiltFunction = {
  name: 'alpha',
  sha256: '0'.repeat(64),
  ownBytes: 1,
  bytes: 1,
  openapi: [],
  withheld: [],
  triggers: [],
}

function open(cli: FakeTool, wait: (milliseconds: number) => Promise<void>) {
  process.env.WECHAT_DEVTOOLS_CLI = cli.file
  const { root } = makeProject({ 'dist/cloudfunctions/alpha/package.json': '{ "dependencies": {} }' })
  const said: string[] = []
  return { way: devToolsWay({ root, env: ENV, wait, onProgress: text => said.push(text) }), said }
}

test('devToolsWay() tries again while WeChat is still creating the function', async () => {
  const cli = makeTool('cli', { functions: {}, trouble: { alpha: 'creating' } })
  const pauses: number[] = []
  const { way, said } = open(cli, async milliseconds => void pauses.push(milliseconds))
  await way.upload(ALPHA)
  expect(cli.calls()).toHaveLength(2)
  expect(pauses).toEqual([15_000])
  expect(said).toEqual(['alpha is still being created; trying again in 15 s'])
})

test('devToolsWay() gives up after four times', async () => {
  const cli = makeTool('cli')
  const { way } = open(cli, async () => cli.set({ functions: {}, trouble: { alpha: 'creating' } }))
  cli.set({ functions: {}, trouble: { alpha: 'creating' } })
  await expect(way.upload(ALPHA)).rejects.toMatchObject({
    code: 'tool-failed',
    message: expect.stringContaining('FailedOperation.UpdateFunctionCode'),
  })
  expect(cli.calls()).toHaveLength(4)
})

test('devToolsWay() does not try again for anything else', async () => {
  const cli = makeTool('cli', { functions: {}, trouble: { alpha: 'error' } })
  const { way } = open(cli, () => Promise.reject(new Error('it paused')))
  await expect(way.upload(ALPHA)).rejects.toThrow(/no such environment/)
  expect(cli.calls()).toHaveLength(1)
})
