import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { configJson, OPENAPI_FUNCTION, PLAIN_FUNCTION, useProjects } from './support/projects'
import { runKit } from './support/run-kit'

const makeProject = useProjects()

test('kit --help lists the commands', () => {
  const { exitCode, stdout } = runKit(makeProject().root, '--help')
  expect(exitCode).toBe(0)
  for (const name of ['build', 'check', 'start', 'call', 'explain', 'new', 'functions', 'deploy', 'bench'])
    expect(stdout).toMatch(new RegExp(`^  ${name} `, 'm'))
})

test.each([
  ['build', '--help'],
  ['help', 'build'],
])('kit %s %s lists the options', (...args) => {
  const { exitCode, stdout } = runKit(makeProject().root, ...args)
  expect(exitCode).toBe(0)
  for (const flag of ['--watch', '--json', '--no-zip', '--sourcemap']) expect(stdout).toContain(flag)
})

test.each([
  ['an unknown command', ['biuld'], /unknown command 'biuld'/],
  ['an unknown option', ['build', '--zipp'], /unknown option '--zipp'/],
  ['an unknown function', ['build', 'nowhere'], /no cloud function "nowhere".*there are: whoami/],
])('%s ends with 2 and says so', (_, args, message) => {
  const { root } = makeProject({ 'cloudfunctions/whoami/index.ts': PLAIN_FUNCTION })
  const { exitCode, stderr } = runKit(root, ...args)
  expect(stderr).toMatch(message)
  expect(exitCode).toBe(2)
})

test('outside a project the kit says what it looked for', () => {
  const dir = mkdtempSync(join(tmpdir(), 'kit-nowhere-'))
  try {
    const { exitCode, stderr } = runKit(dir, 'build')
    expect(stderr).toMatch(/error no project found at or above .*project\.config\.json/)
    expect(exitCode).toBe(1)
  } finally {
    rmSync(dir, { recursive: true })
  }
})

test('the kit works from a folder inside the project', () => {
  const project = makeProject({ 'cloudfunctions/whoami/index.ts': PLAIN_FUNCTION })
  expect(runKit(join(project.root, 'cloudfunctions/whoami'), 'build', '--no-types').exitCode).toBe(0)
  expect(project.has('dist/manifest.json')).toBe(true)
})

test('kit build prints a row for each function, then that nothing changed', () => {
  const { root } = makeProject({
    'cloudfunctions/code/index.ts': OPENAPI_FUNCTION,
    'cloudfunctions/code/config.json': configJson('wxacode.getUnlimited'),
  })
  const first = runKit(root, 'build', '--no-types')
  expect(first.stdout).toMatch(/^code +\S+ k?B +2\d\d\.\d kB +wxacode\.getUnlimited$/m)
  expect(first.stdout).toMatch(/^1 function built to dist\/cloudfunctions\/ in /m)
  expect(runKit(root, 'build', '--no-types').stdout).toMatch(/^1 function unchanged in /m)
})

test('kit build that fails says that dist is as it was, without a stack', () => {
  const { root } = makeProject({ 'cloudfunctions/code/index.ts': OPENAPI_FUNCTION })
  const { exitCode, stdout, stderr } = runKit(root, 'build', '--no-types')
  expect(exitCode).toBe(1)
  expect(stdout).toContain('build failed: 1 error; dist/ is as it was before')
  expect(stdout + stderr).not.toMatch(/^ +at /m)
})

test('kit build --json is one JSON document', () => {
  const { root } = makeProject({ 'cloudfunctions/whoami/index.ts': PLAIN_FUNCTION })
  const { stdout } = runKit(root, 'build', '--no-types', '--json')
  expect(JSON.parse(stdout)).toMatchObject({
    ok: true,
    unchanged: false,
    functions: [{ name: 'whoami' }],
    problems: [],
  })
})
