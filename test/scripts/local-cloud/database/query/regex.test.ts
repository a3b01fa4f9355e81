import { useDatabase } from '../support/test-database'

const database = useDatabase()

test.each<[string, string, string | undefined, string[], string[]]>([
  ['without options', 'an', undefined, ['ann', 'Bean'], ['Ann', 'AN']],
  ['i', '^ann$', 'i', ['ANN', 'ann'], ['anna']],
  ['m', '^b', 'm', ['a\nb', 'b'], ['ab']],
  ['s', 'a.b', 's', ['a\nb', 'axb'], ['ab']],
  ['x', 'a b # and so on\n [ ] c', 'x', ['ab c'], ['a b c', 'abc']],
  ['a leading (?i)', '(?i)ann', undefined, ['ANN'], ['bob']],
  ['a character beyond U+FFFF as one', '^.$', undefined, ['😀', '好'], ['😀😀']],
  ['an escape that JavaScript forbids with u', '^a\\-b\\_c$', undefined, ['a-b_c'], ['a-b-c']],
  ['no state between documents', 'a', 'g', ['a', 'a', 'a'], []],
])('a regular expression with %s', async (_, $regex, $options, good, bad) => {
  const { current } = database
  await current.fill(...[...good, ...bad].map((s, _id) => ({ _id, s })))
  expect(await current.idsOf({ s: { $regex, ...($options && { $options }) } })).toEqual(
    good.map((_, id) => id),
  )
})
