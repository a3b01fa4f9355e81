import { failureOf, until, useClouds, useFolders } from '../support/use-clouds'

const startCloud = useClouds()
const makeFolder = useFolders()

test('a package that the function declares is found where the project has it', async () => {
  const functionsDir = makeFolder({
    'declares/index.js': "exports.main = async () => typeof require('valibot').parse\n",
    'declares/package.json': '{ "dependencies": { "valibot": "1.5.0" } }',
  })
  const cloud = await startCloud({ functionsDir })
  expect((await cloud.call('declares')).result).toBe('function')
})

test('a package that the function does not declare is missing here as it would be in the cloud', async () => {
  const cloud = await startCloud()
  expect((await failureOf(cloud.call('undeclared'))).errMsg).toMatch(
    /^cloud\.callFunction:fail Error: errCode: -504002 functions execute fail \| errMsg: Error: Cannot find module 'valibot'/,
  )
})

test("Node's own modules and files of the package are found without a word in package.json", async () => {
  const functionsDir = makeFolder({
    'builtin/index.js':
      "exports.main = async () => [require('node:path').basename('a/b'), require('path').sep.length, require('./own').n]\n",
    'builtin/own.js': 'exports.n = 7\n',
  })
  const cloud = await startCloud({ functionsDir })
  expect((await cloud.call('builtin')).result).toEqual(['b', 1, 7])
})

test('stack traces show /var/user instead of folders of this machine', async () => {
  const functionsDir = makeFolder({
    'thrower/index.js':
      "const inner = () => { throw new Error('deep') }\nexports.main = async () => inner()\n",
  })
  const cloud = await startCloud({ functionsDir })
  await failureOf(cloud.call('thrower'))
  await until(() => cloud.events.find(event => event.kind === 'report'))
  const stack = cloud.events.flatMap(event => (event.kind === 'line' ? [event.text] : []))
  expect(stack.slice(0, 3)).toEqual([
    'Error: deep',
    '    at inner (/var/user/index.js:1:29)',
    expect.stringMatching(/^ {4}at exports\.main \(\/var\/user\/index\.js:2:\d+\)$/),
  ])
  expect(stack.join('\n')).not.toContain(functionsDir)
  expect(stack.join('\n')).not.toContain('instance-process')
})
