import { decodable, readAddress, readQuery } from '../../../../../scripts/preview/client/screen/address'

const PAGES = ['pages/a/a', 'pages/b/b']

test.each([
  ['/pages/b/b', { path: 'pages/b/b', query: '' }],
  ['/pages/b/b?x=1&y=%20?', { path: 'pages/b/b', query: 'x=1&y=%20?' }],
  ['../b/b?x', { path: 'pages/b/b', query: 'x' }],
  ['./a', { path: 'pages/a/a', query: '' }],
  ['a', { path: 'pages/a/a', query: '' }],
])('readAddress() reads %p from pages/a/a', (url, address) => {
  expect(readAddress(url, 'pages/a/a', PAGES)).toEqual(address)
})

test.each([
  ['/pages/c/c', 'page "pages/c/c" is not found'],
  ['', 'page "pages/a" is not found'],
  ['https://example.com', 'is not found'],
  [undefined, 'parameter.url should be String'],
  [{}, 'parameter.url should be String'],
])('readAddress() refuses %p', (url, message) => {
  expect(() => readAddress(url, 'pages/a/a', PAGES)).toThrow(message)
})

test('readQuery() leaves values as they were written', () => {
  expect(readQuery('a=1&b=%E4%BD%A0&c&d=x=y&')).toEqual({ a: '1', b: '%E4%BD%A0', c: '', d: 'x=y' })
})

test('decodable() leaves out what cannot be decoded', () => {
  expect(decodable('a=1&b=%&c=%E4%BD%A0')).toBe('a=1&c=%E4%BD%A0')
  expect(decodable('')).toBe('')
})
