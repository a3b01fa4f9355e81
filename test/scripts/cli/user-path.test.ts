import { join, resolve } from 'node:path'
import { userPath } from '../../../scripts/cli/user-path'

const root = resolve('/project')
const docs = join(root, 'docs')

test('a path is that of the folder in which `npm run` was typed', () => {
  const env = { INIT_CWD: docs, npm_package_json: join(root, 'package.json') }
  expect(userPath('README.md', env, root)).toBe(join(docs, 'README.md'))
  expect(userPath(join(root, 'a.log'), env, root)).toBe(join(root, 'a.log'))
})

test.each([
  ['without npm', {}],
  ['of a program that inherited the variables of npm', { npm_package_json: resolve('/other/package.json') }],
])('a path %s is that of the current folder', (_, npm) => {
  const env = { INIT_CWD: resolve('/other'), ...npm }
  expect(userPath('a.log', env, root)).toBe(join(root, 'a.log'))
})
