import { findDifferences } from '../../../scripts/deploy/differences'
import { compare } from '../../../scripts/deployed'

const SINCE = new Date('2026-11-21T12:00:00Z')

function active(name: string, changedAt?: Date) {
  return { name, status: 'Active', reasons: [], ...(changedAt ? { changedAt } : {}) }
}

test('findDifferences() finds nothing where all is well', () => {
  const changedAt = new Date('2026-11-21T12:00:20Z')
  expect(
    findDifferences(
      compare(['login', 'logs'], [active('login', changedAt), active('logs')]),
      ['login'],
      SINCE,
    ),
  ).toEqual([])
})

test('findDifferences() names what is missing, extra, failed and busy', () => {
  const functions = compare(
    ['a', 'b', 'c'],
    [{ ...active('b'), status: 'UpdateFailed' }, { ...active('c'), status: 'Updating' }, active('d')],
  )
  expect(findDifferences(functions, ['a', 'b', 'c'], SINCE)).toEqual([
    'a is built, and not deployed',
    'b is UpdateFailed',
    'c is Updating',
    'd is deployed, and not built here',
  ])
})

test('findDifferences() finds an upload that changed nothing; clocks may differ by minutes', () => {
  const functions = (changedAt: string) => compare(['login'], [active('login', new Date(changedAt))])
  expect(findDifferences(functions('2026-11-20T12:00:00Z'), ['login'], SINCE)).toEqual([
    'login was uploaded, and was changed last at 2026-11-20T12:00:00.000Z, before that',
  ])
  expect(findDifferences(functions('2026-11-21T11:56:00Z'), ['login'], SINCE)).toEqual([])
  expect(findDifferences(functions('2026-11-20T12:00:00Z'), [], SINCE)).toEqual([])
})
