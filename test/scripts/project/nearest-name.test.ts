import { nearestName } from '../../../scripts/project/nearest-name'

const NAMES = ['name', 'note', 'open', 'onOpen', 'wxacode.getUnlimited']

test.each([
  ['nmae', 'name'],
  ['opne', 'open'],
  ['onOpne', 'onOpen'],
  ['NAME', 'name'],
  ['nam', 'name'],
  ['wxacode.getUnlimted', 'wxacode.getUnlimited'],
])('nearestName(%p) is %p', (wanted, nearest) => {
  expect(nearestName(wanted, NAMES)).toBe(nearest)
})

test.each(['zzzz', '', 'something'])('nearestName(%p) is nothing', wanted => {
  expect(nearestName(wanted, NAMES)).toBeUndefined()
})
