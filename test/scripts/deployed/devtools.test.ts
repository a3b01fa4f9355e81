import { endOf, shown } from '../../../scripts/deployed'
import { devToolsFailure } from '../../../scripts/deployed/devtools'

test.each([
  ['exit code 0 and no complaint', 0, '√ deploy cloudfunctions\n', undefined],
  ['a name with an x', 0, '* x\n', undefined],
  ['exit code -1', 255, 'port is in use', 'exit code 255\nport is in use'],
  ['an [error] with exit code 0', 0, '√ ok\n[error] { code: 10 }', 'exit code 0\n√ ok\n[error] { code: 10 }'],
  ['a crossed line with exit code 0', 0, '× wait IDE port timeout', 'exit code 0\n× wait IDE port timeout'],
  ['nothing printed', 0, ' \n', 'exit code 0, and nothing printed'],
  ['a signal', null, 'x', 'exit code none\nx'],
])('devToolsFailure() judges %s', (_, exitCode, output, expected) => {
  expect(devToolsFailure(exitCode, output)).toBe(expected)
})

test('endOf() keeps the last lines, and no more than fit on a screen', () => {
  expect(endOf(Array.from({ length: 30 }, (_, line) => `${line}`).join('\n'))).toMatch(
    /^10\n11\n[\d\n]*\n29$/,
  )
  expect(endOf('x'.repeat(10_000))).toHaveLength(2000)
})

test.each([
  ['--env', '--env'],
  ['/a b/cli', '"/a b/cli"'],
  ['a&b', '"a&b"'],
])('shown(%p) is %p', (argument, expected) => {
  expect(shown(argument)).toBe(expected)
})
