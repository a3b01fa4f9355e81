import { codeFrame } from '../../../../scripts/explain/project/code-frame'

const TEXT = ['const a = 1', 'function b() {', '\treturn c.d.e', '}', 'b()'].join('\r\n')

test('codeFrame() shows the lines around a place, with a mark below the column', () => {
  expect(codeFrame(TEXT, 3, 11)).toBe(
    [
      '  1 | const a = 1',
      '  2 | function b() {',
      '> 3 |   return c.d.e',
      '    |            ^',
      '  4 | }',
      '  5 | b()',
    ].join('\n'),
  )
})

test('codeFrame() stays inside the text', () => {
  expect(codeFrame(TEXT, 1, 1)).toMatch(/^> 1 \| const a = 1\n {4}\| \^\n {2}2 \|/)
  expect(codeFrame(TEXT, 5, 2).split('\n').at(-1)).toBe('    |  ^')
})

test('codeFrame() shows of a wide line the part around the column', () => {
  const wide = `${'a'.repeat(5000)}HERE${'b'.repeat(5000)}`
  const [shown = '', mark = ''] = codeFrame(wide, 1, 5001).split('\n')
  expect(shown.length).toBeLessThan(130)
  expect(shown.slice(mark.indexOf('^'))).toMatch(/^HEREb/)
})
