import { parseErrorText } from '../../../miniprogram/cloud/parse-error-text'

test.each<[text: string, codes: readonly (number | string)[]]>([
  // Where a code may stand.
  ['errCode: -609999 something new', [-609999]],
  ['-609999', [-609999]],
  ['-609999: something new', [-609999]],
  ['errCode：-501000 中文冒号', [-501000]],
  ['{"errCode":"-501000"}', [-501000]],
  ['{\\"errCode\\":-501000}', [-501000]],
  ['errcode = 40001', [40001]],
  ['it failed (error code: -604101)', [-604101]],
  ['it failed with error code -604101.', [-604101]],
  ['it failed [-604101]', [-604101]],
  ['{"errcode":85088,"errmsg":"x"}', [85088]],
  ['errCode: 3001 | errMsg: a code of my own', [3001]],
  // In order, each once; -1 gives way.
  ['errCode: -504002 x | errMsg: errCode: -604101 y | errMsg: errCode: -504002 x', [-504002, -604101]],
  ['errCode: -1 | errMsg: errCode: -501000', [-501000]],
  ['errCode: -1 | errMsg: unknown error', [-1]],
  ['errCode: 0 | errMsg: errCode: -501000', [-501000]],
  // The trace tells of earlier attempts.
  ['errCode: -504003  | errMsg: x (callId: 1-0.5) (trace: start->errCode: -404012 y)', [-504003]],
  ['no code outside (callId: 1-0.5) (trace: start->errCode: -404012 y)', [-404012]],
])('parseErrorText(%j) finds the codes', (text, codes) => {
  expect(parseErrorText(text).codes).toEqual(codes)
})

test.each([
  'failed on 2026-09-21 at 10:46:44',
  'the range is 100000-604101',
  'requestID 8ffd5110-604101-11ee-8000-604101604101 failed',
  'id-604101 is not there',
  'order a-604101-b is not there',
  'connect ECONNREFUSED 127.0.0.1:60410',
  'at main (/var/user/index.js:604101:12)',
  'the balance of the account is -500000',
  'moved by -604101.5 points',
  'took -604101ms',
  'the file has 604101 bytes',
  'process exited with error code: 1',
  'MySQL error code: 1045',
  '{"errorCode":1,"errorMessage":"x"}',
  'errCode: undefined',
  'errCode: 99999999999999999999',
  'timeout after 504002 ms',
])('parseErrorText(%j) takes no other number for a code', text => {
  expect(parseErrorText(text).codes).toEqual(['unknown'])
})

test.each<[text: string, places: readonly object[]]>([
  ['at f (/var/user/index.js:1:2345)', [{ file: '/var/user/index.js', line: 1, column: 2345 }]],
  ['at C:\\kit\\dist\\index.js:7:1', [{ file: 'C:\\kit\\dist\\index.js', line: 7, column: 1 }]],
  ['in ./a-b/c_d.ts:12', [{ file: './a-b/c_d.ts', line: 12 }]],
  ['see index.js and 10:30:15', []],
])('parseErrorText(%j) finds the places', (text, places) => {
  expect(parseErrorText(text).places).toEqual(places)
})

test('parseErrorText() keeps at most twenty places', () => {
  expect(parseErrorText('at f (/a.js:1:1)\n'.repeat(50)).places).toHaveLength(20)
})

test.each<[name: string, text: string]>([
  ['one word', 'a'.repeat(16_000)],
  ['numbers', '-1 '.repeat(5_000)],
  ['half a JSON text', '{"'.repeat(8_000)],
  ['a path', '/a'.repeat(8_000)],
  ['places', ' at '.repeat(4_000)],
  ['labels', 'errMsg: '.repeat(2_000)],
  ['codes', 'errCode: -504002 '.repeat(900)],
  ['an openapi', 'openapi.a.'.repeat(1_600)],
  ['spaces after a code', `errCode: -504002${' '.repeat(15_900)}|`],
  ['spaces after a request id', `request id${' '.repeat(15_900)}|`],
])('parseErrorText() is quick with a long text of %s', (_name, text) => {
  const start = performance.now()
  parseErrorText(text)
  // It takes a few milliseconds. What grows with the square of the length would take seconds on a phone.
  expect(performance.now() - start).toBeLessThan(300)
})

test('parseErrorText() takes no word for a request id', () => {
  expect(parseErrorText('a request id required').requestId).toBeUndefined()
  expect(parseErrorText('(requestId: 3e7eda4e-847b)').requestId).toBe('3e7eda4e-847b')
})
