import { inspectFunctions } from '../../../scripts/check'
import { configJson, contractText, OPENAPI_FUNCTION, PLAIN_FUNCTION, useProjects } from '../support/projects'

const makeProject = useProjects()

const PRIVATE_KEY = `-----BEGIN ${'RSA PRIVATE'} KEY-----`

test('a sound project has no problems, and its openapi names are known', async () => {
  const { root } = makeProject({
    'cloudfunctions/code/index.ts': OPENAPI_FUNCTION,
    'cloudfunctions/code/config.json': configJson('wxacode.getUnlimited'),
    'cloudfunctions/whoami/index.ts': PLAIN_FUNCTION,
  })
  const { functions, problems } = await inspectFunctions(root)
  expect(problems).toEqual([])
  expect(functions.map(({ name, openapi }) => [name, openapi])).toEqual([
    ['code', ['wxacode.getUnlimited']],
    ['whoami', []],
  ])
})

const CASES: [what: string, files: Record<string, string>, problem: Record<string, unknown>][] = [
  [
    'an openapi that config.json does not list',
    { 'cloudfunctions/code/index.ts': OPENAPI_FUNCTION, 'cloudfunctions/code/config.json': configJson() },
    {
      rule: 'openapi-not-listed',
      file: 'cloudfunctions/code/index.ts',
      line: 3,
      message: expect.stringContaining('wxacode.getUnlimited'),
      mend: expect.stringContaining('"wxacode.getUnlimited"'),
    },
  ],
  [
    'an openapi of a function without config.json',
    { 'cloudfunctions/code/index.ts': OPENAPI_FUNCTION },
    { rule: 'openapi-not-listed', mend: expect.stringContaining('cloudfunctions/code/config.json') },
  ],
  [
    'a listed openapi that is not called',
    {
      'cloudfunctions/a1/index.ts': PLAIN_FUNCTION,
      'cloudfunctions/a1/config.json': configJson('wxacode.get'),
    },
    { rule: 'openapi-not-called', file: 'cloudfunctions/a1/config.json', line: 4, column: 7 },
  ],
  [
    'a config.json that is broken',
    {
      'cloudfunctions/a1/index.ts': PLAIN_FUNCTION,
      'cloudfunctions/a1/config.json': '{\n  "permissions"\n}',
    },
    { rule: 'json-broken', file: 'cloudfunctions/a1/config.json', line: 3 },
  ],
  [
    'a package.json that is broken',
    { 'cloudfunctions/a1/index.ts': PLAIN_FUNCTION, 'cloudfunctions/a1/package.json': '{' },
    { rule: 'json-broken', file: 'cloudfunctions/a1/package.json', line: 1 },
  ],
  [
    'dependencies that are a list',
    {
      'cloudfunctions/a1/index.ts': PLAIN_FUNCTION,
      'cloudfunctions/a1/package.json': '{\n"dependencies": ["x"]}',
    },
    { rule: 'package-shape', file: 'cloudfunctions/a1/package.json', line: 2, column: 17 },
  ],
  [
    'a function without main',
    { 'cloudfunctions/a1/index.ts': 'export const handler = async () => 1\n' },
    { rule: 'function-without-main', file: 'cloudfunctions/a1/index.ts' },
  ],
  [
    'a syntax error',
    { 'cloudfunctions/a1/index.ts': 'export const main = async () => {\n  return 1 +\n}\n' },
    { file: 'cloudfunctions/a1/index.ts', line: 3, column: 1 },
  ],
  [
    'a module that does not exist',
    { 'cloudfunctions/a1/index.ts': "import { x } from './nowhere'\nexport const main = async () => x\n" },
    { file: 'cloudfunctions/a1/index.ts', line: 1, message: expect.stringContaining('./nowhere') },
  ],
  [
    'an import from another function',
    {
      'cloudfunctions/a1/index.ts': "export { main } from '../b1/index'\n",
      'cloudfunctions/b1/index.ts': PLAIN_FUNCTION,
    },
    {
      rule: 'import-of-other-function',
      file: 'cloudfunctions/a1/index.ts',
      line: 1,
      column: 22,
      message: expect.stringContaining('"b1"'),
    },
  ],
  [
    'an import from another function through a helper',
    {
      'cloudfunctions/a1/index.ts': "export { main } from './helper'\n",
      'cloudfunctions/a1/helper.ts': "\nexport * from '../b1'\n",
      'cloudfunctions/b1/index.ts': PLAIN_FUNCTION,
    },
    { rule: 'import-of-other-function', file: 'cloudfunctions/a1/helper.ts', line: 2 },
  ],
  [
    'a private key in the code',
    {
      'cloudfunctions/a1/index.ts': `const key = '${PRIVATE_KEY}'\nexport const main = async () => key\n`,
    },
    {
      rule: 'secret',
      file: 'cloudfunctions/a1/index.ts',
      line: 1,
      message: expect.stringContaining('private key'),
    },
  ],
  [
    'an AppSecret in a shared module',
    {
      'cloudfunctions/a1/index.ts':
        "import { options } from '../shared/options'\nexport const main = async () => options\n",
      'cloudfunctions/shared/options.ts': `export const options = {\n  appSecret: '${'0123456789abcdef'.repeat(2)}',\n}\n`,
    },
    {
      rule: 'secret',
      file: 'cloudfunctions/shared/options.ts',
      line: 2,
      message: expect.stringContaining('AppSecret'),
    },
  ],
  [
    'a function that the contract lacks',
    { 'cloudfunctions/a1/index.ts': PLAIN_FUNCTION, 'cloudfunctions/contract.ts': contractText() },
    {
      rule: 'contract-line-missing',
      file: 'cloudfunctions/contract.ts',
      mend: expect.stringContaining("a1: SignatureOf<typeof import('./a1/index').main>"),
    },
  ],
  [
    'a line of the contract without a function',
    { 'cloudfunctions/a1/index.ts': PLAIN_FUNCTION, 'cloudfunctions/contract.ts': contractText('a1', 'b1') },
    { rule: 'contract-line-extra', line: 5, column: 3, message: expect.stringContaining('"b1"') },
  ],
  [
    'a line of the contract with the types of another function',
    {
      'cloudfunctions/a1/index.ts': PLAIN_FUNCTION,
      'cloudfunctions/b1/index.ts': PLAIN_FUNCTION,
      'cloudfunctions/contract.ts': contractText('a1', 'b1').replace('./b1', './a1'),
    },
    { rule: 'contract-line-wrong', line: 5 },
  ],
]

test.each(CASES)('%s is an error with its place and the mend', async (_, files, problem) => {
  const { problems } = await inspectFunctions(makeProject(files).root)
  expect(problems).toEqual([expect.objectContaining({ severity: 'error', ...problem })])
})

test('a name that needs quotes fits the contract', async () => {
  const { root } = makeProject({
    'cloudfunctions/get-list/index.ts': PLAIN_FUNCTION,
    'cloudfunctions/contract.ts': contractText('get-list').replace('get-list:', "'get-list':"),
  })
  expect((await inspectFunctions(root)).problems).toEqual([])
})

test('a missing contract is an error', async () => {
  const project = makeProject({ 'cloudfunctions/a1/index.ts': PLAIN_FUNCTION })
  project.remove('cloudfunctions/contract.ts')
  expect((await inspectFunctions(project.root)).problems).toMatchObject([{ rule: 'contract-missing' }])
})

test('a type-only import from another function is none: it is gone from the package', async () => {
  const { root } = makeProject({
    'cloudfunctions/a1/index.ts': `import type { Row } from '../b1/row'\nexport const main = async (): Promise<Row> => 1\n`,
    'cloudfunctions/b1/index.ts': PLAIN_FUNCTION,
    'cloudfunctions/b1/row.ts': 'export type Row = number\n',
  })
  expect((await inspectFunctions(root)).problems).toEqual([])
})

test('what is wrong with a shared module is said once', async () => {
  const { root } = makeProject({
    'cloudfunctions/a1/index.ts': "import '../shared/broken'\nexport const main = async () => 1\n",
    'cloudfunctions/b1/index.ts': "import '../shared/broken'\nexport const main = async () => 1\n",
    'cloudfunctions/shared/broken.ts': 'const = 1\n',
  })
  expect((await inspectFunctions(root)).problems).toMatchObject([
    { file: 'cloudfunctions/shared/broken.ts', line: 1 },
  ])
})

const TIMER = '{ "triggers": [{ "name": "nightly", "type": "timer", "config": "0 0 3 * * * *" }] }'
const defined = (rest: string) => `import { defineFunction } from '../shared/define-function'
import { noInput } from '../shared/no-input'
const kinds = ['timer'] as const
export const main = defineFunction({ input: noInput, handler: () => 1${rest} })
`

test.each([
  ['which says nothing of its callers', ''],
  ['which lets others call it', ", callers: ['user', 'function']"],
])('a timer of a function %s is an error: each run would be refused', async (_, rest) => {
  const { root } = makeProject({
    'cloudfunctions/sweep/index.ts': defined(rest),
    'cloudfunctions/sweep/config.json': TIMER,
  })
  expect((await inspectFunctions(root)).problems).toEqual([
    {
      severity: 'error',
      rule: 'timer-refused',
      message:
        'cloudfunctions/sweep/config.json has a timer, but the function does not let a timer call it: every run would be refused',
      file: 'cloudfunctions/sweep/index.ts',
      line: 4,
      column: 36,
      mend: "callers: ['timer'], or ['user', 'timer'] if the mini program calls it too",
    },
  ])
})

test.each([
  ['lets timers call it', TIMER, defined(", callers: ['user', 'timer']")],
  ['computes who may call it', TIMER, defined(', callers: kinds')],
  ['has no timer', '{}', defined('')],
  ['is written without defineFunction', TIMER, PLAIN_FUNCTION],
])('a function that %s has no problem with timers', async (_, config, text) => {
  const { root } = makeProject({
    'cloudfunctions/sweep/index.ts': text,
    'cloudfunctions/sweep/config.json': config,
  })
  expect((await inspectFunctions(root)).problems).toEqual([])
})
