import { seededNumbers } from '../../scripts/local-cloud/seeded-numbers'
import type { FunctionCloud } from './use-local-cloud'

type Input = Record<string, unknown>

/** How many wrong inputs each function is fed. */
const COUNT = 250

/** Values of every kind that JSON knows, none of which a schema of ours takes in place of one of another kind. */
const junk: readonly unknown[] = [
  ...[null, true, false, 0, -1, 1.5, 1e300, '', ' ', 'x'.repeat(10_000), '\u0000', '{openid}', '🙈'],
  ...[
    [],
    [null],
    [[[]]],
    {},
    { $gt: '' },
    { $ne: null },
    { length: 1 },
    { toString: 1 },
    { _openid: 'oOTHER' },
  ],
]
const names = ['openid', '_openid', 'OPENID', '$where', '$set', 'length', '用户', '', 'data', '0']

/**
 * Inputs that are wrong for certain, the same on every run: a right one with a field too many, with a required field
 * too few, with a value of another kind in a field; or an object of junk alone.
 *
 * @param right inputs with required fields only, all of them with at least one field; or none, for a function that
 * takes no input
 */
export function randomWrongInputs(right: readonly Input[], seed = 1): Input[] {
  const random = seededNumbers(seed)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T
  const makers: (() => Input)[] = [
    () => ({ ...(right.length > 0 ? pick(right) : {}), [pick(names)]: pick(junk) }),
    () =>
      Object.fromEntries(
        Array.from({ length: 1 + Math.floor(random() * 5) }, () => [pick(names), pick(junk)]),
      ),
  ]
  if (right.length > 0) {
    makers.push(
      () => {
        const input = pick(right)
        const { [pick(Object.keys(input))]: _, ...rest } = input
        return rest
      },
      () => {
        const input = pick(right)
        const field = pick(Object.keys(input))
        return { ...input, [field]: pick(junk.filter(value => kindOf(value) !== kindOf(input[field]))) }
      },
    )
  }
  return Array.from({ length: COUNT }, () => pick(makers)())
}

function kindOf(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value
}

/**
 * Feeds a function `inputs`, and expects of each a reply that refuses it, and of all that nothing was stored or sent.
 */
export async function expectRefusals(
  cloud: FunctionCloud,
  name: Parameters<FunctionCloud['call']>[0],
  inputs: readonly Input[],
  { code = 'invalid-argument', openid }: { code?: string; openid?: string } = {},
): Promise<void> {
  const before = stored(cloud)
  for (const input of inputs) {
    const reply = await cloud.call(name, input, { openid })
    expect([input, reply]).toMatchObject([input, { ok: false, error: { code, message: expect.any(String) } }])
  }
  expect(stored(cloud)).toEqual(before)
  expect(await cloud.storage.list()).toEqual([])
  expect(cloud.sent()).toEqual([])
}

function stored({ database }: FunctionCloud): unknown {
  return database.collections().map(name => [name, database.all(name)])
}
