import { spawnSync } from 'node:child_process'
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { configJson, OPENAPI_FUNCTION, useProjects } from '../support/projects'
import { KIT_COMMAND, runKit, runKitWith } from '../support/run-kit'

jest.setTimeout(60_000)

const makeProject = useProjects()
const PERMISSION =
  'cloud.callFunction:fail Error: errCode: -504002 functions execute fail | errMsg: Error: errCode: -604101 function has no permission to call this API'

let nowhere: string
beforeAll(() => {
  nowhere = mkdtempSync(join(tmpdir(), 'kit-nowhere-'))
})
afterAll(() => rmSync(nowhere, { recursive: true }))

function pipe(cwd: string, input: string, args: string[], env: NodeJS.ProcessEnv = {}) {
  const [node, ...kit] = KIT_COMMAND
  const { status, stdout, stderr } = spawnSync(node, [...kit, 'explain', ...args], {
    cwd,
    input,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: undefined, FORCE_COLOR: undefined, ...env },
  })
  return { exitCode: status, stdout, stderr }
}

test('kit explain explains a text outside of a project too, without the part of the project', () => {
  const { exitCode, stdout } = runKit(nowhere, 'explain', '--lang', 'en', PERMISSION)
  expect(stdout).toMatch(/^Permission: .*\n[\s\S]*-504002[\s\S]*-604101[\s\S]*What to do\n {2}1\. /)
  expect(stdout).not.toContain('In this project')
  expect(exitCode).toBe(0)
})

test('kit explain takes a code with its minus, and speaks the language of the terminal', () => {
  const { stdout } = pipe(nowhere, '', ['-504003'], { LC_ALL: 'zh_CN.UTF-8' })
  expect(stdout).toMatch(/^超出限额：云函数运行超时/)
})

test('kit explain reads standard input, and colours nothing that is not a terminal, even in CI', () => {
  const { exitCode, stdout } = pipe(nowhere, PERMISSION, ['--lang', 'en'], { CI: '1' })
  expect(stdout).toMatch(/^Permission: The function/)
  expect(exitCode).toBe(0)
})

test('kit explain explains every error of a log once, with a count', () => {
  const log = join(nowhere, 'app.log')
  writeFileSync(
    log,
    `${PERMISSION}\nfine\nerrCode: -504003  | errMsg: Invoking task timed out\n${PERMISSION}\n`,
  )
  const { exitCode, stdout } = runKit(nowhere, 'explain', '--lang', 'en', log)
  expect(stdout).toMatch(
    /── 2 times, first in line 1 ──\nPermission: [\s\S]*── 1 time, first in line 3 ──\nLimit: /,
  )
  expect(exitCode).toBe(0)
  writeFileSync(log, 'all is well\n')
  expect(runKit(nowhere, 'explain', '--lang', 'en', '--file', log)).toMatchObject({
    exitCode: 2,
    stdout: 'not known: there is no error in it that the kit knows\n',
  })
})

test('kit explain takes many lines on standard input for a log, few for one error', () => {
  const fine = Array.from({ length: 40 }, (_, index) => `request ${index} is fine`).join('\n')
  const log = pipe(nowhere, `${fine}\n${PERMISSION}\n${fine}`, ['--lang', 'en', '--json'])
  expect(JSON.parse(log.stdout)).toMatchObject({ errors: [{ line: 41, code: -604101 }] })
  expect(pipe(nowhere, fine, ['--lang', 'en']).exitCode).toBe(2)
  const pasted = pipe(nowhere, `what I did:\n\n${PERMISSION}\n\nand now?`, ['--lang', 'en', '--json'])
  expect(JSON.parse(pasted.stdout).errors).toMatchObject([{ code: -604101 }])
})

test('kit explain --json is for programs', () => {
  const { root } = makeProject({ 'cloudfunctions/code/index.ts': OPENAPI_FUNCTION })
  const { stdout, exitCode } = runKit(root, 'explain', '--json', '--lang', 'en', PERMISSION)
  expect(JSON.parse(stdout)).toMatchObject({
    more: 0,
    errors: [
      {
        count: 1,
        known: true,
        code: -604101,
        functionName: 'code',
        openapi: 'wxacode.getUnlimited',
        project: [{ topic: 'permissions', data: { functions: [{ missing: ['wxacode.getUnlimited'] }] } }],
      },
    ],
  })
  expect(exitCode).toBe(0)
})

test('kit explain --fix lists what is missing, and says what has to follow', () => {
  const project = makeProject({
    'cloudfunctions/code/index.ts': OPENAPI_FUNCTION,
    'cloudfunctions/code/config.json': configJson('wxacode.get'),
    'cloudfunctions/other/index.ts': OPENAPI_FUNCTION,
    'cloudfunctions/other/config.json': configJson(),
  })
  const fix = (...args: string[]) =>
    runKit(project.root, 'explain', '--lang', 'en', '--fix', ...args, PERMISSION)

  expect(fix()).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining('several functions lack permissions: code, other; say with --function'),
  })
  expect(project.read('cloudfunctions/code/config.json')).toBe(configJson('wxacode.get'))

  const fixed = fix('--function', 'code')
  expect(fixed.stdout).toMatch(
    /fixed cloudfunctions\/code\/config\.json\nNext: npm run build, upload .* ten minutes/,
  )
  expect(fixed.exitCode).toBe(0)
  expect(JSON.parse(project.read('cloudfunctions/code/config.json'))).toEqual({
    permissions: { openapi: ['wxacode.getUnlimited'] },
  })
  expect(project.read('cloudfunctions/other/config.json')).toBe(configJson())

  expect(fix('--function', 'code').stdout).toMatch(/nothing to fix: nothing is missing/)
  expect(fix().stdout).toContain('fixed cloudfunctions/other/config.json')
})

test.each<[string, string[], RegExp]>([
  [
    'a function that does not exist',
    ['--function', 'nobody', '-604101'],
    /no cloud function "nobody".*there are: code/,
  ],
  ['an unknown language', ['--lang', 'fr', '-604101'], /Allowed choices are en, zh/],
  ['an empty text', [''], /nothing to explain/],
  ['--fix for another error', ['--fix', '-504003'], /--fix mends missing openapi permissions/],
  ['a file that is not there', ['--file', 'no.log'], /there is no file no\.log/],
])('%s is a usage error', (_, args, message) => {
  const { root } = makeProject({ 'cloudfunctions/code/index.ts': OPENAPI_FUNCTION })
  const { exitCode, stderr } = runKit(root, 'explain', ...args)
  expect(stderr).toMatch(message)
  expect(exitCode).toBe(2)
})

test.each([['--file', 'app.log'], ['app.log']])(
  'kit explain %s reads the file of the folder in which `npm run` was typed',
  (...args) => {
    const project = makeProject({ 'docs/app.log': `${PERMISSION}\n` })
    const root = realpathSync(project.root)
    const npm = { INIT_CWD: join(root, 'docs'), npm_package_json: join(root, 'package.json') }
    const { exitCode, stdout } = runKitWith(npm, root, 'explain', ...args)
    expect(stdout).toMatch(/^Permission: /m)
    expect(exitCode).toBe(0)
  },
)

test('--fix outside of a project says that there is none', () => {
  expect(runKit(nowhere, 'explain', '--fix', '-604101')).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining('this is no project'),
  })
})

test('what is not known ends with 2', () => {
  expect(runKit(nowhere, 'explain', '--lang', 'en', 'hello', 'world')).toMatchObject({
    exitCode: 2,
    stdout: expect.stringMatching(/^not known: /),
  })
})
