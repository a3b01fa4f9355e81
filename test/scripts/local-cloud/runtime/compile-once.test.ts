import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { useClouds, useFolders } from '../support/use-clouds'

const startCloud = useClouds()
const makeFolder = useFolders()

/** Says where its first line throws, and what it was given. */
const SDK =
  "exports.where = () => new Error('here').stack.split('\\n')[1].match(/\\((.+)\\)$/)[1]; exports.has = [typeof require('node:path').join, __filename.endsWith('wx-server-sdk.js'), module.exports === exports, this === exports]\n"
const FUNCTION =
  "const sdk = require('./wx-server-sdk.js')\nexports.main = async () => [sdk.where(), ...sdk.has]\n"
const ANSWER = [`/var/user/wx-server-sdk.js:1:${SDK.indexOf('new Error') + 1}`, 'function', true, true, true]

function makeProject() {
  const root = makeFolder({
    'dist/cloudfunctions/uses/index.js': FUNCTION,
    'dist/cloudfunctions/uses/wx-server-sdk.js': SDK,
  })
  const compiled = join(root, 'node_modules/.cache/wx-cloud-kit/compiled')
  const call = async () => {
    const cloud = await startCloud({ projectRoot: root, functionsDir: join(root, 'dist/cloudfunctions') })
    return (await cloud.call('uses')).result
  }
  return { root, compiled, call }
}

test('the SDK is compiled by the first instance, and the next ones take what it left', async () => {
  const { compiled, call } = makeProject()
  expect(await call()).toEqual(ANSWER)
  const [file = '', ...others] = readdirSync(compiled)
  expect(others).toEqual([])
  const left = readFileSync(join(compiled, file))
  expect(await call()).toEqual(ANSWER)
  expect(readFileSync(join(compiled, file)).equals(left)).toBe(true)
})

test('what V8 does not take is compiled anew', async () => {
  const { compiled, call } = makeProject()
  await call()
  const [file = ''] = readdirSync(compiled)
  const spoilt = Buffer.from('not compiled by any V8')
  writeFileSync(join(compiled, file), spoilt)
  expect(await call()).toEqual(ANSWER)
  expect(readFileSync(join(compiled, file)).equals(spoilt)).toBe(false)
})

test('a changed SDK is another file', async () => {
  const { root, compiled, call } = makeProject()
  await call()
  writeFileSync(
    join(root, 'dist/cloudfunctions/uses/wx-server-sdk.js'),
    `${SDK}exports.where = () => 'changed'\n`,
  )
  expect(await call()).toEqual(['changed', ...ANSWER.slice(1)])
  expect(readdirSync(compiled)).toHaveLength(2)
})

test('a folder that cannot be written makes it slower, not wrong', async () => {
  const { root, call } = makeProject()
  writeFileSync(join(root, 'node_modules'), 'a file where the folder should be')
  expect(await call()).toEqual(ANSWER)
})
