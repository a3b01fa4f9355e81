import { isAdministrator } from '../../../cloudfunctions/shared/administrators'

test.each([
  ['oANN', 'oANN'],
  ['oBOB', 'oANN, oBOB ,oEVE'],
])('isAdministrator() finds %s in "%s"', (openid, list) => {
  expect(isAdministrator(openid, list)).toBe(true)
})

test.each([
  ['oANN', undefined],
  ['oANN', ''],
  ['oANN', 'oANNA'],
  ['oANN', 'xoANN'],
  ['oANN,oBOB', 'oANN,oBOB'],
  ['oann', 'oANN'],
])('isAdministrator() does not find %s in "%s"', (openid, list) => {
  expect(isAdministrator(openid, list)).toBe(false)
})
