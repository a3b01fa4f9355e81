import { TestDatabase } from '../support/test-database'
import { ALL_CASES } from './all-cases'
import { type Outcome, runSdkCases } from './gateway'
import { Containing } from './sdk-case'

function asMatcher(expected: unknown): unknown {
  if (expected instanceof Containing) return expect.stringContaining(expected.text)
  if (Array.isArray(expected)) return expected.map(asMatcher)
  if (typeof expected !== 'object' || expected === null || expected instanceof Date) return expected
  return Object.fromEntries(Object.entries(expected).map(([name, value]) => [name, asMatcher(value)]))
}

/** Calls of the real, unmodified SDK in a process of its own, answered by the database. */
describe('the SDK', () => {
  let outcomes: Map<string, Outcome>

  beforeAll(async () => {
    const database = new TestDatabase()
    try {
      outcomes = new Map((await runSdkCases(database.service)).map(outcome => [outcome.name, outcome]))
    } finally {
      await database.remove()
    }
  }, 60_000)

  test('no two cases have the same name', () => {
    expect(outcomes.size).toBe(ALL_CASES.length)
  })

  test.each(ALL_CASES.map(({ name, expected }) => [name, expected]))('%s', (name, expected) => {
    const outcome = outcomes.get(name as string)
    expect(outcome?.error ?? outcome?.value).toEqual(asMatcher(expected))
  })
})
