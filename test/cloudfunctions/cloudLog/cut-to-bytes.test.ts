import { cutToBytes } from '../../../cloudfunctions/cloudLog/cut-to-bytes'

test.each([
  ['abc', 3, 'abc'],
  ['abc', 2, 'ab'],
  ['错误', 6, '错误'],
  ['错误', 5, '错'],
  ['错误', 2, ''],
  ['a😀b', 4, 'a'],
  ['a😀b', 5, 'a😀'],
  ['', 0, ''],
])('cutToBytes(%j, %i) is %j', (text, bytes, expected) => {
  expect(cutToBytes(text, bytes)).toBe(expected)
})
