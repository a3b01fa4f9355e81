import { tmpdir } from 'node:os'
import { type ProgramRun, runProgram } from '../../../scripts/deployed/run-program'

const NODE = process.execPath

function run(code: string, options: { timeoutMs?: number; signal?: AbortSignal } = {}): Promise<ProgramRun> {
  return runProgram(NODE, ['-e', code], {
    cwd: tmpdir(),
    timeoutMs: 60_000,
    ifMissing: 'install it',
    ...options,
  })
}

test('runProgram() gives exit code and both streams', async () => {
  const { exitCode, output } = await run('console.log("out"); console.error("err"); process.exitCode = 3')
  expect(exitCode).toBe(3)
  expect(output.split('\n').sort()).toEqual(['', 'err', 'out'])
})

test('runProgram() passes arguments as they are: no shell reads them', async () => {
  const args = ['$(id)', '`id`', '; id', '"', "'", '*', '&& id']
  const code = 'console.log(JSON.stringify(process.argv.slice(1)))'
  const { output } = await runProgram(NODE, ['-e', code, '--', ...args], {
    cwd: tmpdir(),
    timeoutMs: 60_000,
    ifMissing: '',
  })
  expect(JSON.parse(output)).toEqual(args)
})

test('runProgram() gives nothing to read, so that a question does not wait for ever', async () => {
  const { output } = await run('process.stdin.on("end", () => console.log("nobody")).resume()')
  expect(output.trim()).toBe('nobody')
})

test('runProgram() keeps the credentials of a third-party platform to itself', async () => {
  process.env.WECHAT_COMPONENT_APPSECRET = 'secret'
  try {
    const { output } = await run(
      'console.log(Object.keys(process.env).filter(name => /^(WECHAT|PATH)/i.test(name)).join())',
    )
    expect(output.trim()).toMatch(/^path$/i)
  } finally {
    delete process.env.WECHAT_COMPONENT_APPSECRET
  }
})

test('runProgram() ends what takes too long', async () => {
  await expect(run('setInterval(() => {}, 1000)', { timeoutMs: 50 })).rejects.toMatchObject({
    code: 'tool-failed',
    message: expect.stringContaining('did not end within 0.05 s'),
  })
})

test('runProgram() ends the program when it is interrupted, before or after its start', async () => {
  const ending = new AbortController()
  const running = run('setInterval(() => {}, 1000)', { signal: ending.signal })
  ending.abort()
  expect((await running).exitCode).toBeNull()
  expect((await run('setInterval(() => {}, 1000)', { signal: AbortSignal.abort() })).exitCode).toBeNull()
})

test('runProgram() says what to do when there is no such program', async () => {
  const options = { cwd: tmpdir(), timeoutMs: 1000, ifMissing: 'install it' }
  await expect(runProgram('/nowhere/cli', [], options)).rejects.toMatchObject({
    code: 'tool-missing',
    message: 'cannot run /nowhere/cli (ENOENT): install it',
  })
})
