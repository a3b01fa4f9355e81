import { countProblems, formatProblems } from '../../../scripts/cli/print-problems'
import type { Problem } from '../../../scripts/project/problem'

// biome-ignore lint/suspicious/noControlCharactersInRegex: that character starts every colour code
const plain = (text: string) => text.replace(/\u001b\[\d+m/g, '')

const note: Problem = {
  severity: 'note',
  rule: 'n',
  message: 'left out on purpose',
  file: 'a.ts',
  line: 2,
  column: 3,
}
const first: Problem = {
  severity: 'error',
  rule: 'e',
  message: 'missing',
  file: 'a.ts',
  line: 9,
  mend: 'add:\n"x"',
}
const second: Problem = { severity: 'error', rule: 'e', message: 'broken', file: 'a.ts', line: 10 }

test('formatProblems() puts the worst last, in the order of the lines, with place, rule and mend', () => {
  expect(plain(formatProblems([second, first, note]))).toBe(
    'a.ts:2:3 note left out on purpose [n]\na.ts:9 error missing [e]\n    add:\n    "x"\na.ts:10 error broken [e]',
  )
})

test('a problem without a place is shown without one', () => {
  expect(plain(formatProblems([{ severity: 'warning', rule: 'w', message: 'odd' }]))).toBe('warning odd [w]')
})

test('countProblems() counts each kind', () => {
  expect(countProblems([second, first, note])).toBe('2 errors, 1 note')
  expect(countProblems([])).toBe('')
})
