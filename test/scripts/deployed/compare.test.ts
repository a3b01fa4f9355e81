import type { DeployedState } from '../../../scripts/deployed'
import { allActive, compare, countStandings, formatComparison } from '../../../scripts/deployed'

function deployed(name: string, status: string, rest: Partial<DeployedState> = {}): DeployedState {
  return { name, status, reasons: [], ...rest }
}

test('compare() tells what is active, failed, busy, missing and extra, by name', () => {
  const functions = compare(
    ['login', 'logs', 'missing'],
    [deployed('logs', 'CreateFailed'), deployed('extra', 'Active'), deployed('login', 'Updating')],
  )
  expect(functions.map(({ name, standing, built }) => [name, standing, built])).toEqual([
    ['extra', 'active', false],
    ['login', 'changing', true],
    ['logs', 'failed', true],
    ['missing', 'missing', true],
  ])
  expect(countStandings(functions)).toBe('1 active, 1 changing, 1 failed, 1 missing, 1 extra')
})

test('compare() takes a status that nobody knows for one that may still turn out well', () => {
  expect(compare([], [deployed('login', 'Warming')])[0]?.standing).toBe('changing')
})

test.each([
  ['nothing at all', [], [], true],
  ['all active, one of them extra', ['a'], [deployed('a', 'Active'), deployed('b', 'Active')], true],
  ['one missing', ['a', 'b'], [deployed('a', 'Active')], false],
  ['one busy', ['a'], [deployed('a', 'Creating')], false],
])('allActive() judges %s', (_, built, states, expected) => {
  expect(allActive(compare(built, states))).toBe(expected)
})

test('formatComparison() shows times in UTC+8 and says in words why a function failed', () => {
  const reasons = [{ errcode: 'ResourceNotFound.File', errmsg: '未找到函数执行入口文件' }]
  const changedAt = new Date('2021-07-29T06:41:43Z')
  const text = formatComparison(
    compare(
      ['login', 'gone'],
      [
        deployed('login', 'CreateFailed', { reasons, changedAt, runtime: 'Nodejs18.15' }),
        deployed('other', 'Active'),
      ],
    ),
  )
  expect(text).toMatch(/^function +status +runtime +changed \(UTC\+8\) +built/m)
  expect(text).toMatch(/^gone .*missing.* - +- +yes +built, and not deployed$/m)
  expect(text).toMatch(
    /^login .*CreateFailed.* Nodejs18\.15 +2021-07-29 14:41:43 +yes +It could not be created.* no file in which it starts/m,
  )
  expect(text).toMatch(/^other .*Active.* - +- +no +extra: deployed, and not built here$/m)
})
