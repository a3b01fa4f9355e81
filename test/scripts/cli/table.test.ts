import { formatBytes, formatMilliseconds, formatTable } from '../../../scripts/cli/table'

test('formatTable() aligns columns, also with Chinese text', () => {
  expect(
    formatTable(
      [{ title: 'name' }, { title: 'size', align: 'right' }, { title: 'note' }],
      [
        ['login', '9 B', 'ok'],
        ['留言', '1.20 kB', ''],
      ],
    ),
  ).toBe('name      size  note\nlogin      9 B  ok\n留言   1.20 kB')
})

test.each([
  [812, '812 B'],
  [259_294, '259.3 kB'],
  [1_092_446, '1.09 MB'],
])('formatBytes(%p) is %p', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text)
})

test.each([
  [87.4, '87 ms'],
  [1240, '1.24 s'],
])('formatMilliseconds(%p) is %p', (milliseconds, text) => {
  expect(formatMilliseconds(milliseconds)).toBe(text)
})
