import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkEnvironments } from '../../../scripts/check/environments'
import { KIT_ROOT, useProjects } from '../support/projects'

const makeProject = useProjects()
const check = (text: string) => checkEnvironments(makeProject({ 'miniprogram/env.ts': text }).root)

test.each(['trial', 'release'])(
  "checkEnvironments() refuses 'local' for %s, with its place",
  async version => {
    expect(
      await check(`export const environments = {\n  develop: 'local',\n  ${version}: 'local',\n}\n`),
    ).toEqual([
      {
        severity: 'error',
        rule: 'local-environment',
        message: `${version} uses the environment 'local': the local cloud is on this machine only`,
        file: 'miniprogram/env.ts',
        line: 3,
        column: version.length + 5,
        mend: expect.stringContaining('put the id of a cloud environment there'),
      },
    ])
  },
)

test.each([
  `export const environments = { 'release': " local " } as const`,
  'export const environments = { release: `local` } satisfies Record<string, string>',
  `const environments = { release: 'local' }\nexport { environments }`,
])('checkEnvironments() sees through the way it is written: %s', async text => {
  expect(await check(text)).toMatchObject([{ rule: 'local-environment' }])
})

test.each([
  `export const environments = { develop: 'local', trial: 'test-1a', release: 'your-env-id' }`,
  `// release: 'local'\nexport const environments = { release: 'prod-1' /* trial: 'local' */ }`,
  `export const others = { release: 'local' }`,
  'export const environments = {',
  '',
])('checkEnvironments() is content with %j', async text => {
  expect(await check(text)).toEqual([])
})

test('checkEnvironments() is content with a project without a mini program, and with a fresh fork', async () => {
  expect(await checkEnvironments(makeProject({}).root)).toEqual([])
  expect(await check(readFileSync(join(KIT_ROOT, 'miniprogram/env.ts'), 'utf8'))).toEqual([])
})
