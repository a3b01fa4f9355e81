import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { type BuildResult, build, readManifest } from '../../../scripts/build'
import {
  configJson,
  contractText,
  OPENAPI_FUNCTION,
  PLAIN_FUNCTION,
  type TestProject,
  useProjects,
} from '../support/projects'

const makeProject = useProjects()

const TWO_FUNCTIONS = {
  'cloudfunctions/code/index.ts': OPENAPI_FUNCTION,
  'cloudfunctions/code/config.json': configJson('wxacode.getUnlimited'),
  'cloudfunctions/whoami/index.ts': PLAIN_FUNCTION,
}

/** The type-check has tests of its own and takes most of the time. */
const buildUntyped = (project: TestProject, options: Partial<Parameters<typeof build>[0]> = {}) =>
  build({ root: project.root, types: false, ...options })

const rulesOf = ({ problems }: BuildResult) => problems.map(({ rule }) => rule)

/** Every file below a folder, with the hash of its content. */
function contentsOf(dir: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name))
      .map(file => [
        file.slice(dir.length + 1),
        createHash('sha256').update(readFileSync(file)).digest('hex'),
      ]),
  )
}

test('a package holds the bundle, the SDK chunk, config.json and package.json', async () => {
  const project = makeProject(TWO_FUNCTIONS)
  const result = await buildUntyped(project)
  expect(result).toMatchObject({ ok: true, unchanged: false, problems: [] })
  expect(readdirSync(join(project.root, 'dist/cloudfunctions')).sort()).toEqual(['code', 'whoami'])
  expect(readdirSync(join(project.root, 'dist/cloudfunctions/code')).sort()).toEqual([
    'config.json',
    'index.js',
    'package.json',
    'wx-server-sdk.js',
  ])
  expect(project.read('dist/cloudfunctions/code/config.json')).toBe(configJson('wxacode.getUnlimited'))
  expect(JSON.parse(project.read('dist/cloudfunctions/code/package.json'))).toEqual({
    name: 'code',
    version: '1.0.0',
    main: 'index.js',
    dependencies: {},
  })
})

test('the zip holds the same files at its root', async () => {
  const project = makeProject(TWO_FUNCTIONS)
  await buildUntyped(project)
  const files = unzipSync(readFileSync(join(project.root, 'dist/packages/code.zip')))
  const hashes = Object.entries(files).map(([name, data]) => [
    name,
    createHash('sha256').update(data).digest('hex'),
  ])
  expect(Object.fromEntries(hashes)).toEqual(contentsOf(join(project.root, 'dist/cloudfunctions/code')))
})

test('a built package runs with the real SDK and knows its caller', async () => {
  const project = makeProject(TWO_FUNCTIONS)
  await buildUntyped(project)
  const script = `require('./dist/cloudfunctions/whoami/index.js').main({}).then(reply => process.stdout.write(JSON.stringify(reply)))`
  const reply = execFileSync(process.execPath, ['-e', script], {
    cwd: project.root,
    encoding: 'utf8',
    env: {
      WX_CONTEXT_KEYS: 'WX_OPENID',
      WX_OPENID: 'oTest',
      TENCENTCLOUD_RUNENV: 'SCF',
      TCB_ENV: 'test-env',
    },
  })
  expect(JSON.parse(reply)).toEqual({ ok: true, data: 'oTest' })
})

test('a function without config.json is uploaded with an empty list', async () => {
  const project = makeProject(TWO_FUNCTIONS)
  await buildUntyped(project)
  expect(JSON.parse(project.read('dist/cloudfunctions/whoami/config.json'))).toEqual({
    permissions: { openapi: [] },
  })
})

test('the manifest tells name, hash, sizes, openapi names and triggers', async () => {
  const trigger = { name: 'nightly', type: 'timer', config: '0 0 2 * * * *' }
  const project = makeProject({
    ...TWO_FUNCTIONS,
    'cloudfunctions/code/config.json': JSON.stringify({
      permissions: { openapi: ['wxacode.getUnlimited'] },
      triggers: [trigger],
    }),
  })
  await buildUntyped(project)
  const zipBytes = statSync(join(project.root, 'dist/packages/code.zip')).size
  expect(readManifest(join(project.root, 'dist'))?.functions).toEqual([
    {
      name: 'code',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      ownBytes: expect.any(Number),
      bytes: expect.any(Number),
      zipBytes,
      openapi: ['wxacode.getUnlimited'],
      withheld: [],
      triggers: [trigger],
    },
    expect.objectContaining({ name: 'whoami', openapi: [], triggers: [] }),
  ])
})

test('source maps lead back to TypeScript and stay out of the packages', async () => {
  const project = makeProject(TWO_FUNCTIONS)
  await buildUntyped(project)
  const map = JSON.parse(project.read('dist/maps/code.js.map'))
  expect(map.sources).toEqual(['cloudfunctions/code/index.ts'])
  expect(project.read('dist/cloudfunctions/code/index.js')).not.toContain('sourceMappingURL')
})

test('--no-zip and --no-sourcemap leave none behind, not even old ones', async () => {
  const project = makeProject(TWO_FUNCTIONS)
  await buildUntyped(project)
  await buildUntyped(project, { zip: false, sourcemap: false })
  expect(readdirSync(join(project.root, 'dist/packages'))).toEqual([])
  expect(readdirSync(join(project.root, 'dist/maps'))).toEqual([])
  expect(readManifest(join(project.root, 'dist'))?.functions[0]).not.toHaveProperty('zipBytes')
})

test("packages in the function's own package.json stay outside and are listed in the uploaded one", async () => {
  const project = makeProject({
    'cloudfunctions/heavy/index.ts': `import pc from 'picocolors'\nexport const main = async () => ({ ok: true as const, data: pc.red('x') })\n`,
    'cloudfunctions/heavy/package.json': JSON.stringify({
      dependencies: { picocolors: '^1.1.0', 'wx-server-sdk': '*' },
    }),
  })
  expect(await buildUntyped(project)).toMatchObject({ ok: true })
  expect(project.read('dist/cloudfunctions/heavy/index.js')).toContain('require("picocolors")')
  expect(JSON.parse(project.read('dist/cloudfunctions/heavy/package.json')).dependencies).toEqual({
    picocolors: '^1.1.0',
  })
})

test('other packages are bundled', async () => {
  const project = makeProject({
    'cloudfunctions/light/index.ts': `import pc from 'picocolors'\nexport const main = async () => ({ ok: true as const, data: pc.red('x') })\n`,
  })
  await buildUntyped(project)
  expect(project.read('dist/cloudfunctions/light/index.js')).not.toContain('require("picocolors")')
})

test('naming functions builds these and keeps the others as they are', async () => {
  const project = makeProject(TWO_FUNCTIONS)
  await buildUntyped(project)
  const before = contentsOf(join(project.root, 'dist/cloudfunctions'))
  project.write('cloudfunctions/code/index.ts', OPENAPI_FUNCTION.replace('a=1', 'b=2'))
  project.write('cloudfunctions/whoami/index.ts', PLAIN_FUNCTION.replace("''", "'nobody'"))
  const result = await buildUntyped(project, { names: ['code'] })
  const after = contentsOf(join(project.root, 'dist/cloudfunctions'))
  expect(result.functions.map(({ name }) => name)).toEqual(['code'])
  expect(Object.keys(after).filter(file => after[file] !== before[file])).toEqual([join('code', 'index.js')])
  expect(readManifest(join(project.root, 'dist'))?.functions.map(({ name }) => name)).toEqual([
    'code',
    'whoami',
  ])
})

test('after a build of some functions, a build of all does not take the rest for built', async () => {
  const project = makeProject(TWO_FUNCTIONS)
  await buildUntyped(project)
  project.write('cloudfunctions/whoami/index.ts', PLAIN_FUNCTION.replace("''", "'nobody'"))
  await buildUntyped(project, { names: ['code'] })
  expect(await buildUntyped(project)).toMatchObject({ unchanged: false })
  expect(project.read('dist/cloudfunctions/whoami/index.js')).toContain('nobody')
})

test('a build writes the files of what has changed, and leaves the others', async () => {
  const project = makeProject({
    'cloudfunctions/changed/index.ts': PLAIN_FUNCTION,
    'cloudfunctions/same/index.ts': PLAIN_FUNCTION,
  })
  const files = (name: string) =>
    [`cloudfunctions/${name}/index.js`, `packages/${name}.zip`, `maps/${name}.js.map`].map(file => {
      const { ino, mtimeMs } = statSync(join(project.root, 'dist', file))
      return { ino, mtimeMs }
    })
  expect(await buildUntyped(project)).toMatchObject({ ok: true })
  const same = files('same')
  project.write('cloudfunctions/changed/index.ts', OPENAPI_FUNCTION)
  project.write('cloudfunctions/changed/config.json', configJson('wxacode.getUnlimited'))
  expect(await buildUntyped(project)).toMatchObject({ ok: true, unchanged: false })
  expect(files('same')).toEqual(same)
  expect(readFileSync(join(project.root, 'dist/cloudfunctions/changed/index.js'), 'utf8')).toContain(
    'getUnlimited',
  )
})

test.each([
  ['cod', 'there is no cloud function "cod"; did you mean code?'],
  ['nobody', 'there is no cloud function "nobody"; there are: code, whoami'],
])(
  'an unknown name is refused with the one that is meant, or the names there are: %s',
  async (name, advice) => {
    const project = makeProject(TWO_FUNCTIONS)
    await expect(buildUntyped(project, { names: [name] })).rejects.toThrow(advice)
  },
)

test('a build in which nothing changed writes nothing', async () => {
  const project = makeProject(TWO_FUNCTIONS)
  await buildUntyped(project)
  const { mtimeMs } = statSync(join(project.root, 'dist/manifest.json'))
  expect(await buildUntyped(project)).toMatchObject({
    ok: true,
    unchanged: true,
    functions: [{ name: 'code' }, {}],
  })
  expect(statSync(join(project.root, 'dist/manifest.json')).mtimeMs).toBe(mtimeMs)
})

test.each([
  [
    'an output file was changed',
    (project: TestProject) => project.write('dist/cloudfunctions/code/index.js', ''),
  ],
  ['an output file was deleted', (project: TestProject) => project.remove('dist/packages/code.zip')],
  [
    'a shared source changed',
    (project: TestProject) => project.write('cloudfunctions/shared/new.ts', 'export {}'),
  ],
  ['the state was cut off', (project: TestProject) => project.write('dist/.build-state.json', '{"done":')],
])('it builds again when %s', async (_, change) => {
  const project = makeProject(TWO_FUNCTIONS)
  await buildUntyped(project)
  const before = contentsOf(join(project.root, 'dist/cloudfunctions'))
  change(project)
  expect(await buildUntyped(project)).toMatchObject({ ok: true, unchanged: false })
  expect(contentsOf(join(project.root, 'dist/cloudfunctions'))).toEqual(before)
})

test('warnings are shown again when nothing changed', async () => {
  const project = makeProject({
    ...TWO_FUNCTIONS,
    'cloudfunctions/whoami/config.json': JSON.stringify({ permissions: { openapi: [] }, timeout: 20 }),
  })
  await buildUntyped(project)
  const again = await buildUntyped(project)
  expect(again.unchanged).toBe(true)
  expect(rulesOf(again)).toEqual(['config-undocumented'])
})

test('a build that fails leaves the output of the one before it', async () => {
  const project = makeProject(TWO_FUNCTIONS)
  await buildUntyped(project)
  const before = contentsOf(join(project.root, 'dist'))
  project.write('cloudfunctions/code/config.json', configJson())
  project.write('cloudfunctions/whoami/index.ts', PLAIN_FUNCTION.replace("''", "'nobody'"))
  const result = await buildUntyped(project)
  expect(result.ok).toBe(false)
  expect(rulesOf(result)).toEqual(['openapi-not-listed'])
  expect(contentsOf(join(project.root, 'dist'))).toEqual(before)
})

test('a function that is gone from the sources goes from the output', async () => {
  const project = makeProject(TWO_FUNCTIONS)
  await buildUntyped(project)
  project.remove('cloudfunctions/code')
  project.write('cloudfunctions/contract.ts', contractText('whoami'))
  await buildUntyped(project)
  expect(readdirSync(join(project.root, 'dist/cloudfunctions'))).toEqual(['whoami'])
  expect(readdirSync(join(project.root, 'dist/packages'))).toEqual(['whoami.zip'])
})

test('a folder in the output that the build did not make is kept, and reported once', async () => {
  const project = makeProject(TWO_FUNCTIONS)
  await buildUntyped(project)
  project.write('dist/cloudfunctions/fromDevTools/index.js', 'exports.main = () => {}')
  const first = await buildUntyped(project)
  expect(first.problems).toMatchObject([
    { severity: 'warning', rule: 'foreign-output', message: expect.stringContaining('fromDevTools') },
  ])
  project.write('cloudfunctions/shared/new.ts', 'export {}')
  const second = await buildUntyped(project)
  expect(rulesOf(second)).toEqual([])
  expect(project.read('dist/cloudfunctions/fromDevTools/index.js')).toBe('exports.main = () => {}')
})

test('two builds at once both succeed', async () => {
  const project = makeProject(TWO_FUNCTIONS)
  const results = await Promise.all([buildUntyped(project), buildUntyped(project)])
  expect(results.map(({ ok }) => ok)).toEqual([true, true])
  expect(results.filter(({ unchanged }) => unchanged)).toHaveLength(1)
})

test('a type error fails the build', async () => {
  const project = makeProject({
    'cloudfunctions/wrong/index.ts': `export const main = async () => ({ ok: true as const, data: 1 as string })\n`,
  })
  expect((await build({ root: project.root })).problems).toMatchObject([
    { severity: 'error', rule: 'type-error', file: 'cloudfunctions/wrong/index.ts', line: 1 },
  ])
})
