import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sdkChunk } from '../../../scripts/build/sdk-chunk'

const KIT_ROOT = join(__dirname, '../../..')

let cacheDir: string
let chunk: string

beforeAll(async () => {
  cacheDir = mkdtempSync(join(tmpdir(), 'kit-chunk-'))
  chunk = readFileSync((await sdkChunk(KIT_ROOT, cacheDir)).path, 'utf8')
}, 60_000)

afterAll(() => rmSync(cacheDir, { recursive: true, force: true }))

/** Of a package that the SDK imports and requires, and that has another file for each. */
const MESSAGE = 'The iterator.next() method must return an object'

test('a package in two forms is in the chunk once, as it is loaded in node_modules', () => {
  const required = readFileSync(join(KIT_ROOT, 'node_modules/web-streams-polyfill/dist/ponyfill.js'), 'utf8')
  expect(required.split(MESSAGE)).toHaveLength(2)
  expect(chunk.split(MESSAGE)).toHaveLength(2)
})

test('the chunk is ASCII, which V8 keeps at one byte a letter, and its Chinese texts are still in it', () => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII
  expect(chunk).not.toMatch(/[^\x00-\x7f]/)
  expect(chunk).toMatch(/\\u[4-9][0-9a-f]{3}/)
})
