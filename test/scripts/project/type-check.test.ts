import { readTscOutput, typeCheck } from '../../../scripts/project/type-check'
import { PLAIN_FUNCTION, useProjects } from '../support/projects'

const makeProject = useProjects()

test('readTscOutput() keeps the place, the code and the lines that belong together', () => {
  const output = [
    "cloudfunctions/a/index.ts(3,5): error TS2322: Type 'string' is not assignable to type 'number'.",
    '  The expected type comes from property b.',
    'error TS6053: File x not found.',
    '',
  ].join('\r\n')
  expect(readTscOutput('/project', output)).toEqual([
    {
      severity: 'error',
      rule: 'type-error',
      message:
        "Type 'string' is not assignable to type 'number'. (TS2322)\n  The expected type comes from property b.",
      file: 'cloudfunctions/a/index.ts',
      line: 3,
      column: 5,
    },
    { severity: 'error', rule: 'type-error', message: 'File x not found. (TS6053)' },
  ])
})

test('typeCheck() finds nothing in a sound project', async () => {
  const { root } = makeProject({ 'cloudfunctions/alpha/index.ts': PLAIN_FUNCTION })
  expect(await typeCheck(root, 'cloudfunctions')).toEqual([])
})

test('typeCheck() finds a misspelt openapi name with its place', async () => {
  const { root } = makeProject({
    'cloudfunctions/alpha/index.ts': `import cloud from 'wx-server-sdk'\nexport const main = async () => ({\n  ok: true as const,\n  data: cloud.openapi.wxacode.getUnlimitted({ scene: 'a' }),\n})\n`,
  })
  expect(await typeCheck(root, 'cloudfunctions')).toMatchObject([
    {
      file: 'cloudfunctions/alpha/index.ts',
      line: 4,
      column: 31,
      message: expect.stringContaining('getUnlimitted'),
    },
  ])
})

test('typeCheck() says how to get the types of a package that only the cloud installs', async () => {
  const { root } = makeProject({
    'cloudfunctions/alpha/index.ts': `import a from '@no/such-package/part'\nimport '@no/such-package'\nimport b from 'nor-this'\nexport const main = async () => ({ ok: true as const, data: a + b })\n`,
    'cloudfunctions/alpha/package.json': '{ "dependencies": { "@no/such-package": "^1.2.0" } }',
  })
  const mend =
    'cloudfunctions/alpha/package.json has the cloud install it; install it here too, for its types: npm install --save-dev "@no/such-package@^1.2.0"'
  expect((await typeCheck(root, 'cloudfunctions')).map(problem => [problem.line, problem.mend])).toEqual([
    [1, mend],
    [2, mend],
    [3, undefined],
  ])
})
