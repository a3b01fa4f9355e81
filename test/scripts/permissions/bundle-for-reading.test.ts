import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { bundleForReading } from '../../../scripts/permissions'
import { writeProject } from './project'

const IMPORT = `import cloud from 'wx-server-sdk'\n`

/** Bundles the functions of a project: one for each `cloudfunctions/<name>/index.ts`. */
function bundleAll(root: string, names: string[], external: string[] = []) {
  const functions = names.map(name => ({
    name,
    entry: join(root, 'cloudfunctions', name, 'index.ts'),
    external,
  }))
  return bundleForReading({ root, functions })
}

describe('bundleForReading()', () => {
  test('gives nothing for no functions', async () => {
    await expect(bundleAll(writeProject({}), [])).resolves.toEqual({ bundles: new Map(), problems: [] })
  })

  test('gives each function its code, its sources, its exports and its imports', async () => {
    const a = `import { b } from '../shared/b'\nexport const main = () => b\n`
    const root = writeProject({
      'cloudfunctions/a/index.ts': a,
      'cloudfunctions/c/index.ts': `${IMPORT}export { cloud, cloud as main }\n`,
      'cloudfunctions/shared/b.ts': 'export const b = 1\n',
    })
    const { bundles, problems } = await bundleAll(root, ['a', 'c'])
    expect(problems).toEqual([])
    expect([...bundles.keys()]).toEqual(['a', 'c'])
    expect(bundles.get('a')).toMatchObject({
      sources: new Map([
        ['cloudfunctions/shared/b.ts', 'export const b = 1\n'],
        ['cloudfunctions/a/index.ts', a],
      ]),
      exports: ['main'],
      imports: [
        {
          importer: 'cloudfunctions/a/index.ts',
          importerText: a,
          target: 'cloudfunctions/shared/b.ts',
          specifier: '../shared/b',
        },
      ],
    })
    expect(JSON.parse(bundles.get('a')?.map ?? '')).toMatchObject({
      sources: ['cloudfunctions/shared/b.ts', 'cloudfunctions/a/index.ts'],
    })
    expect(bundles.get('c')?.exports).toEqual(['cloud', 'main'])
  })

  test('knows the main of a CommonJS function', async () => {
    const root = writeProject({ 'cloudfunctions/a/index.ts': 'exports.main = async () => 1\n' })
    const { bundles } = await bundleAll(root, ['a'])
    expect(bundles.get('a')?.exports).toContain('main')
  })

  test('says where an import leads nowhere, and bundles the other functions', async () => {
    const root = writeProject({
      'cloudfunctions/good/index.ts': 'export const main = () => 1\n',
      'cloudfunctions/bad/index.ts': `const 中 = 1; import { x } from './nowhere'\nimport y from '@scope/none/part'\nexport const main = () => [x, y, 中]\n`,
    })
    const { bundles, problems } = await bundleAll(root, ['good', 'bad'])
    expect([...bundles.keys()]).toEqual(['good'])
    expect(problems).toEqual([
      {
        severity: 'error',
        rule: 'import-not-found',
        message: 'Could not resolve "./nowhere"',
        file: 'cloudfunctions/bad/index.ts',
        line: 1,
        column: 32,
        mend: 'mend the path of the import',
      },
      {
        severity: 'error',
        rule: 'import-not-found',
        message: 'Could not resolve "@scope/none/part"',
        file: 'cloudfunctions/bad/index.ts',
        line: 2,
        column: 15,
        mend: 'npm install @scope/none, or mend the import',
      },
    ])
  })

  test('says where the syntax is broken, once for all functions that import the file', async () => {
    const main = `import { x } from '../shared/x'\nexport const main = () => x\n`
    const root = writeProject({
      'cloudfunctions/a/index.ts': main,
      'cloudfunctions/b/index.ts': main,
      'cloudfunctions/shared/x.ts': 'export const x = (\n',
    })
    const { bundles, problems } = await bundleAll(root, ['a', 'b'])
    expect(bundles.size).toBe(0)
    expect(problems).toEqual([
      expect.objectContaining({
        severity: 'error',
        rule: 'does-not-bundle',
        file: 'cloudfunctions/shared/x.ts',
        line: 2,
        column: 1,
      }),
    ])
  })

  test('says which entry is missing', async () => {
    const { problems } = await bundleAll(writeProject({}), ['a'])
    expect(problems).toEqual([
      expect.objectContaining({
        severity: 'error',
        file: 'cloudfunctions/a/index.ts',
        message: expect.stringContaining('Could not resolve'),
      }),
    ])
  })

  test('leaves the SDK outside even where a tsconfig maps it to a file', async () => {
    const root = writeProject({
      'tsconfig.json': '{ "compilerOptions": { "paths": { "wx-server-sdk": ["./fake.ts"] } } }',
      'cloudfunctions/tsconfig.json': '{ "extends": "../tsconfig.json" }',
      'fake.ts': 'export default { fake: true }',
      'cloudfunctions/a/index.ts': `${IMPORT}export const main = () => cloud.openapi.a.b()\n`,
    })
    const { bundles } = await bundleAll(root, ['a'])
    expect(bundles.get('a')?.code).toContain('import cloud from "wx-server-sdk"')
  })

  test('leaves outside what each function wants outside', async () => {
    const root = writeProject({
      'cloudfunctions/a/index.ts': `import x from 'some-package'\nexport const main = () => x\n`,
      'cloudfunctions/b/index.ts': `import x from 'some-package'\nexport const main = () => x\n`,
    })
    const entry = (name: string) => join(root, 'cloudfunctions', name, 'index.ts')
    const { bundles, problems } = await bundleForReading({
      root,
      functions: [
        { name: 'a', entry: entry('a'), external: ['some-package'] },
        { name: 'b', entry: entry('b'), external: [] },
      ],
    })
    expect([...bundles.keys()]).toEqual(['a'])
    expect(problems).toEqual([expect.objectContaining({ file: 'cloudfunctions/b/index.ts', line: 1 })])
  })

  test('names paths from the root when the root is reached through a link', async () => {
    const root = writeProject({ 'real/cloudfunctions/a/index.ts': 'export const main = () => 1\n' })
    symlinkSync(join(root, 'real'), join(root, 'link'), 'junction')
    const { bundles, problems } = await bundleAll(join(root, 'link'), ['a', 'none'])
    expect(problems).toEqual([expect.objectContaining({ file: 'cloudfunctions/none/index.ts' })])
    expect([...(bundles.get('a')?.sources.keys() ?? [])]).toEqual(['cloudfunctions/a/index.ts'])
  })

  const LIB = 'node_modules/lib'
  const USES_LIB = {
    'cloudfunctions/a/index.ts': `${IMPORT}import { join } from 'lib'\nexport const main = () => join(cloud.openapi.a.b())\n`,
  }
  const library = (manifest: object, text: string) => ({
    [`${LIB}/package.json`]: JSON.stringify({ name: 'lib', ...manifest }),
    [`${LIB}/index.js`]: text,
  })

  test('leaves packages outside that do not ask for the SDK', async () => {
    const root = writeProject({
      ...USES_LIB,
      ...library({}, 'export const join = (...parts) => parts.join()\n'),
    })
    const { bundles, problems } = await bundleAll(root, ['a'])
    expect(problems).toEqual([])
    expect(bundles.get('a')?.code).toContain('from "lib"')
  })

  test.each([
    [
      'itself',
      library(
        { peerDependencies: { 'wx-server-sdk': '*' } },
        `${IMPORT}export const join = () => cloud.openapi.c.d()\n`,
      ),
    ],
    [
      'through another',
      {
        ...library({ dependencies: { deep: '*' } }, "export { join } from 'deep'\n"),
        'node_modules/deep/package.json': JSON.stringify({
          name: 'deep',
          dependencies: { lib: '*', 'wx-server-sdk': '*' },
        }),
        'node_modules/deep/index.js': `${IMPORT}export const join = () => cloud.openapi.c.d()\n`,
      },
    ],
    [
      'through another inside of it',
      {
        ...library({ dependencies: { deep: '*' } }, "export { join } from 'deep'\n"),
        [`${LIB}/node_modules/deep/package.json`]: JSON.stringify({
          name: 'deep',
          dependencies: { 'wx-server-sdk': '*' },
        }),
        [`${LIB}/node_modules/deep/index.js`]: `${IMPORT}export const join = () => cloud.openapi.c.d()\n`,
      },
    ],
  ])('reads a package that asks for the SDK %s', async (_, files) => {
    const root = writeProject({ ...USES_LIB, ...files })
    expect((await bundleAll(root, ['a'])).bundles.get('a')?.code).toContain('cloud.openapi.c.d')
  })

  test('names the place where a package is imported that is not installed', async () => {
    const { problems } = await bundleAll(writeProject(USES_LIB), ['a'])
    expect(problems).toEqual([
      expect.objectContaining({ rule: 'import-not-found', file: 'cloudfunctions/a/index.ts', line: 2 }),
    ])
  })
})
