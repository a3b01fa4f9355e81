import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { readInput } from '../../../scripts/explain/input'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'kit-input-'))
})
afterEach(() => rmSync(dir, { recursive: true }))

function file(name: string, content: string | Uint8Array): string {
  const path = join(dir, name)
  writeFileSync(path, content)
  return path
}

const stream = (...chunks: (string | Buffer)[]) => Readable.from(chunks)
const terminal = () => Object.assign(stream(), { isTTY: true })
const read = (words: string[], stdin: Parameters<typeof readInput>[0]['stdin'] = terminal(), path?: string) =>
  readInput({ words, stdin, ...(path !== undefined && { file: path }) })

test('readInput() takes the words of the command line as one text', async () => {
  expect(await read(['errCode:', '-604101', 'no'])).toEqual({ text: 'errCode: -604101 no', isLog: false })
})

test('readInput() takes a word that is a file for a log', async () => {
  const log = file('app.log', 'errCode: -604101')
  const expected = { text: 'errCode: -604101', isLog: true }
  expect(await read([log])).toEqual(expected)
  expect(await read([], terminal(), log)).toEqual(expected)
})

test('readInput() takes standard input if nothing else is given, and for -', async () => {
  const expected = { text: 'errCode: -1', isLog: false }
  expect(await read([], stream('errCode', Buffer.from(': -1')))).toEqual(expected)
  expect(await read(['-'], stream('errCode: -1'))).toEqual(expected)
})

test('readInput() reads what PowerShell redirects', async () => {
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('错误 -1', 'utf16le')])
  expect(await read([file('a.txt', utf16)])).toMatchObject({ text: '错误 -1' })
  expect(await read([file('b.txt', '\uFEFFerrCode: -1')])).toMatchObject({ text: 'errCode: -1' })
})

test('readInput() reads the end of a log that is too long, and the beginning of such a stream', async () => {
  const long = 'x'.repeat(17 * 1024 * 1024)
  const log = await read([file('big.log', `${long}the end`)])
  expect(log).toMatchObject({ cut: 'beginning', text: expect.stringMatching(/the end$/) })
  expect(log.text).toHaveLength(16 * 1024 * 1024)
  const piped = await read([], stream('the beginning', long, 'the end'))
  expect(piped).toMatchObject({ cut: 'end', text: expect.stringMatching(/^the beginning/) })
  expect(piped.text).toHaveLength(16 * 1024 * 1024)
})

test('readInput() does not wait at a terminal', async () => {
  await expect(read([])).rejects.toMatchObject({
    code: 'usage',
    message: expect.stringContaining('nothing to explain: give the text'),
  })
})

test.each<[string, () => Promise<unknown>, RegExp]>([
  ['an empty text', () => read(['']), /nothing to explain: the text is empty/],
  ['an empty stream', () => read([], stream('\n')), /nothing to explain: the text is empty/],
  ['an empty file', () => read([file('empty.log', '')]), /empty\.log is empty/],
  ['a binary file', () => read([file('a.bin', Buffer.from([1, 2, 0, 3]))]), /a\.bin is binary/],
  ['a binary stream', () => read([], stream(Buffer.from([0, 0]))), /standard input is binary/],
  ['a file that is not there', () => read([], terminal(), join(dir, 'no.log')), /there is no file .*no\.log/],
  ['a word like a file that is not there', () => read(['no.log']), /there is no file no\.log/],
  ['a folder', () => read([], terminal(), dir), /is a folder: give a log file/],
  ['a text and a file', () => read(['-1'], terminal(), file('a.log', 'x')), /either a text or --file/],
])('readInput() refuses %s', async (_, reading, message) => {
  await expect(reading()).rejects.toMatchObject({ code: 'usage', message: expect.stringMatching(message) })
})
