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

test('an expression that backtracks without end is ended, and the database goes on answering', async () => {
  const { current } = database
  await current.fill({ _id: 1, s: `${'a'.repeat(40)}!` }, { _id: 2, s: 'aaa' })
  await expect(current.idsOf({ s: { $regex: '^(a+)+$' } })).rejects.toMatchObject({
    code: 'DATABASE_REQUEST_FAILED',
    message: expect.stringContaining('the local cloud ended the regular expression /^(a+)+$/ after 1 s'),
  })
  expect(await current.idsOf({ _id: 2, s: { $regex: '^(a+)+$' } })).toEqual([2])
  expect(await current.idsOf({ s: { $regex: '^(?:ab?)+$', $options: 'i' } })).toEqual([2])
})
