import { findFunctions, isFunctionName } from '../../../scripts/project/cloud-functions'
import { PLAIN_FUNCTION, useProjects } from '../support/projects'

const makeProject = useProjects()

test.each(['login', 'a1', 'get-list', 'get_list', 'A'.repeat(60)])('isFunctionName() accepts %p', name => {
  expect(isFunctionName(name)).toBe(true)
})

test.each(['', 'a', '1st', '-a', 'a-', 'a_', 'a b', '登录', 'a.b', 'shared', 'A'.repeat(61)])(
  'isFunctionName() refuses %p',
  name => {
    expect(isFunctionName(name)).toBe(false)
  },
)

test('findFunctions() finds folders with an index.ts, sorted, and leaves shared code out', () => {
  const { root } = makeProject({
    'cloudfunctions/zeta/index.ts': PLAIN_FUNCTION,
    'cloudfunctions/alpha/index.ts': PLAIN_FUNCTION,
    'cloudfunctions/.cache/index.ts': '',
  })
  const { functions, problems } = findFunctions(root)
  expect(problems).toEqual([])
  expect(functions.map(({ name, entry }) => [name, entry])).toEqual([
    ['alpha', 'cloudfunctions/alpha/index.ts'],
    ['zeta', 'cloudfunctions/zeta/index.ts'],
  ])
})

test.each([
  [
    'a folder without index.ts',
    { 'cloudfunctions/empty/readme.md': '' },
    'function-without-index',
    'cloudfunctions/empty',
  ],
  [
    'an index.js beside the index.ts',
    { 'cloudfunctions/both/index.ts': PLAIN_FUNCTION, 'cloudfunctions/both/index.js': '' },
    'index-js-beside-ts',
    'cloudfunctions/both/index.js',
  ],
  [
    'a name the platform refuses',
    { 'cloudfunctions/1st/index.ts': PLAIN_FUNCTION },
    'function-name',
    'cloudfunctions/1st',
  ],
])('%s is an error with its place', (_, files, rule, file) => {
  const { functions, problems } = findFunctions(makeProject(files).root)
  expect(functions).toEqual([])
  expect(problems).toMatchObject([{ severity: 'error', rule, file }])
})

test('what to do about a folder without index.ts can be done', () => {
  const { root } = makeProject({ 'cloudfunctions/empty/readme.md': '' })
  expect(findFunctions(root).problems).toMatchObject([
    { mend: 'write cloudfunctions/empty/index.ts with an exported main, or remove the folder' },
  ])
})
