import { execFileSync } from 'node:child_process'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { addContractLine } from '../../../scripts/new/new-function'
import { addPage } from '../../../scripts/new/new-page'
import { KIT_ROOT, type TestProject, useProjects } from '../support/projects'
import { runKit } from '../support/run-kit'

const makeProject = useProjects()

/** The whole kit, so that what is written can be checked with the kit's own tools. */
function copyKit(): TestProject {
  const project = makeProject()
  const parts = [
    'cloudfunctions',
    'miniprogram',
    'test/miniprogram/support',
    'test/cloudfunctions',
    'test/scripts/support',
    'test/tsconfig.json',
    'scripts',
  ]
  for (const part of [...parts, 'jest.config.js', 'biome.json', '.gitignore']) {
    cpSync(join(KIT_ROOT, part), join(project.root, part), { recursive: true })
  }
  return project
}

function run(project: TestProject, ...args: string[]): string {
  const env = { ...process.env, NO_COLOR: '1' }
  return execFileSync(process.execPath, args, { cwd: project.root, encoding: 'utf8', env, stdio: 'pipe' })
}

test('a new function and a new page pass every check of the kit, and their own tests', () => {
  const project = copyKit()
  expect(runKit(project.root, 'new', 'function', 'greet')).toMatchObject({ exitCode: 0 })
  expect(runKit(project.root, 'new', 'page', 'orders')).toMatchObject({ exitCode: 0 })
  expect(JSON.parse(project.read('miniprogram/app.json')).pages.at(-1)).toBe('pages/orders/orders')

  expect(project.read('miniprogram/pages/orders/orders.ts')).toContain('return attempt(this, ')
  expect(project.read('test/cloudfunctions/greet/index.test.ts')).toContain("useLocalCloud(['greet'])")

  project.write(
    'miniprogram/use-greet.ts',
    "import { call } from './cloud/call'\nexport const greeting: Promise<string> = call('greet', { name: 'Ann' }).then(reply => reply.greeting)\n",
  )
  run(project, 'node_modules/typescript/bin/tsc', '-b', 'miniprogram')
  project.remove('miniprogram/use-greet.ts')

  expect(runKit(project.root, 'check').stdout).toMatch(/functions checked/)
  const written = ['cloudfunctions', 'miniprogram', 'test/cloudfunctions/greet', 'test/miniprogram/pages']
  run(
    project,
    'node_modules/@biomejs/biome/bin/biome',
    'check',
    '--vcs-enabled=false',
    '--error-on-warnings',
    ...written,
  )
  run(project, 'node_modules/jest/bin/jest.js', 'test/cloudfunctions/greet', 'test/miniprogram/pages/orders')
}, 60_000)

test('a new function that has lost its contract line is found', () => {
  const project = copyKit()
  runKit(project.root, 'new', 'function', 'greet')
  project.write(
    'cloudfunctions/contract.ts',
    project.read('cloudfunctions/contract.ts').replace(/.*greet.*\n/, ''),
  )
  expect(runKit(project.root, 'check', '--no-types').stdout).toContain('[contract-line-missing]')
})

test.each([
  [
    'a function that is there',
    ['function', 'login'],
    1,
    'cloudfunctions/login exists already; nothing was written',
  ],
  ['a page that is there', ['page', 'home'], 1, 'lists pages/home/home already; nothing was written'],
  ['a name that the platform refuses', ['function', '1st'], 2, '"1st" is not a name for a cloud function'],
  ['a reserved name', ['function', 'shared'], 2, 'error "shared" is a reserved name: cloudfunctions/shared/'],
  ['a name with a path in it', ['page', '../home'], 2, '"../home" is not a name for a page'],
  ['an unknown kind', ['component', 'x'], 2, "'component' is invalid"],
  ['no name', ['function'], 2, "missing required argument 'name'"],
])('kit new refuses %s and writes nothing', (_, args, exitCode, message) => {
  const project = copyKit()
  const contract = project.read('cloudfunctions/contract.ts')
  const run = runKit(project.root, 'new', ...args)
  expect(run.stderr).toContain(message)
  expect(run.exitCode).toBe(exitCode)
  expect(project.read('cloudfunctions/contract.ts')).toBe(contract)
})

test('kit new does not overwrite a test of the same name, and then writes nothing at all', () => {
  const project = copyKit()
  project.write('test/cloudfunctions/greet/index.test.ts', 'mine')
  expect(runKit(project.root, 'new', 'function', 'greet').exitCode).toBe(1)
  expect(project.read('test/cloudfunctions/greet/index.test.ts')).toBe('mine')
  expect(project.has('cloudfunctions/greet')).toBe(false)
})

test.each<[string, string, RegExp]>([
  [
    'a trailing comma',
    '{\n  "pages": [\n    "pages/a/a",\n  ]\n}\n',
    /miniprogram\/app\.json:4:3: not valid JSON: .*; nothing was written/,
  ],
  ['no pages', '{}', /miniprogram\/app\.json has no list "pages" to add a page to; nothing was written/],
])('kit new page says what is wrong with an app.json with %s', (_, appJson, message) => {
  const project = makeProject({ 'miniprogram/app.json': appJson })
  const { exitCode, stderr } = runKit(project.root, 'new', 'page', 'orders')
  expect(stderr).toMatch(message)
  expect(stderr).not.toMatch(/^ +at /m)
  expect(exitCode).toBe(2)
  expect(project.read('miniprogram/app.json')).toBe(appJson)
  expect(project.has('miniprogram/pages')).toBe(false)
})

test.each([
  ['page', 'miniprogram/app.json'],
  ['function', 'cloudfunctions/contract.ts'],
])('kit new %s says that there is no %s to wire it into', (kind, file) => {
  const project = makeProject({ 'miniprogram/app.json': '{ "pages": [] }' })
  project.remove(file)
  const { exitCode, stderr } = runKit(project.root, 'new', kind, 'orders')
  expect(stderr).toBe(`error there is no ${file} to wire it into; nothing was written\n`)
  expect(exitCode).toBe(2)
  expect(project.has('miniprogram/pages')).toBe(false)
  expect(project.has('cloudfunctions/orders')).toBe(false)
})

test.each([
  ['at its place in the alphabet', 'a1\nc1', 'b1', 'a1\nb1\nc1'],
  ['at the end', 'a1', 'b1', 'a1\nb1'],
  ['as the first', '', 'b1', 'b1'],
])('addContractLine() adds a line %s', (_, before, name, after) => {
  const contract = (names: string) =>
    `export interface Contract {\n${names
      .split('\n')
      .filter(Boolean)
      .map(item => `  ${item}: SignatureOf<typeof import('./${item}/index').main>\n`)
      .join('')}}\nexport type X = 1\n`
  expect(addContractLine(contract(before), name)).toBe(contract(after))
})

test('addContractLine() keeps the line ends of Windows and quotes a name with a hyphen', () => {
  expect(addContractLine('export interface Contract {\r\n}\r\n', 'get-list')).toBe(
    "export interface Contract {\r\n  'get-list': SignatureOf<typeof import('./get-list/index').main>\r\n}\r\n",
  )
})

test('addPage() keeps the rest of app.json as it is', () => {
  expect(
    addPage('{\r\n  "pages": [\r\n    "pages/a/a"\r\n  ],\r\n  "style": "v2"\r\n}\r\n', 'pages/b/b'),
  ).toBe('{\r\n  "pages": [\r\n    "pages/a/a",\r\n    "pages/b/b"\r\n  ],\r\n  "style": "v2"\r\n}\r\n')
})

test('addPage() takes an app.json with a byte order mark, and keeps it', () => {
  expect(addPage('\uFEFF{\n  "pages": [\n    "pages/a/a"\n  ]\n}\n', 'pages/b/b')).toBe(
    '\uFEFF{\n  "pages": [\n    "pages/a/a",\n    "pages/b/b"\n  ]\n}\n',
  )
})
