import { Query } from 'mingo'
import { guardDatabase, parseDatabaseRules } from '../../../scripts/rules'
import { seededNumbers } from '../local-cloud/seeded-numbers'

const VALUES = [null, 0, 1, 2, 3, 'x', 'y', true, false]
const FIELDS = ['a', 'b']

type Json = Record<string, unknown>

function maker(seed: number) {
  const random = seededNumbers(seed)
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)] as Item
  const some = <Item>(make: () => Item, most: number) =>
    Array.from({ length: 1 + Math.floor(random() * most) }, make)

  const atom = (): string => {
    const field = `doc.${pick(FIELDS)}`
    if (random() < 0.1) return field
    if (random() < 0.1) return `doc.a ${pick(['==', '!=', '<', '>='])} doc.b`
    if (random() < 0.3) return `${field} in [${some(() => pick([0, 1, 2, 3, "'x'", "'y'"]), 3)}]`
    return `${field} ${pick(['==', '!=', '>', '>=', '<', '<='])} ${JSON.stringify(pick(VALUES))}`
  }
  const rule = (depth = 0): string => {
    if (depth > 2 || random() < 0.4) return random() < 0.3 ? `!(${atom()})` : atom()
    return `(${rule(depth + 1)} ${pick(['&&', '||'])} ${rule(depth + 1)})`
  }

  const condition = (): unknown => {
    const operator = pick(['$eq', '$ne', '$gt', '$gte', '$lt', '$lte', '$in', '$nin', '$exists', 'value'])
    if (operator === 'value') return pick(VALUES)
    if (operator === '$in' || operator === '$nin') return { [operator]: some(() => pick(VALUES), 3) }
    if (operator === '$exists') return { $exists: random() < 0.5 }
    // An order of null or of booleans is no use to anybody, and engines differ on it.
    const ordered = /^\$[gl]t/.test(operator)
    return { [operator]: ordered ? pick([0, 1, 2, 3, 'x', 'y']) : pick(VALUES) }
  }
  const query = (depth = 0): Json => {
    if (depth < 2 && random() < 0.4) return { [pick(['$and', '$or'])]: some(() => query(depth + 1), 3) }
    return Object.fromEntries(some(() => [pick(FIELDS), condition()], 2))
  }

  const record = (): Json =>
    Object.fromEntries(FIELDS.filter(() => random() < 0.85).map(field => [field, pick(VALUES)]))
  return { rule, query, record }
}

test('no query that passes finds a record that the rule would not let be created', async () => {
  const { rule, query, record } = maker(42)
  let passed = 0
  let found = 0
  for (let round = 0; round < 4000; round++) {
    const text = rule()
    const asked = query()
    const { rules } = parseDatabaseRules(
      JSON.stringify({ things: { read: text, create: text } }),
      'rules.json',
    )
    const common = {
      rules,
      collection: 'things',
      auth: null,
      now: 0,
      get: async () => undefined,
    } as const
    if (!(await guardDatabase({ ...common, operation: 'read', query: asked })).allowed) continue
    passed++
    const matches = new Query(asked as ConstructorParameters<typeof Query>[0])
    for (let n = 0; n < 40; n++) {
      const data = record()
      if (!matches.test(data)) continue
      found++
      const { allowed } = await guardDatabase({ ...common, operation: 'create', data })
      if (!allowed) throw new Error(`${text} lets ${JSON.stringify(asked)} find ${JSON.stringify(data)}`)
    }
  }
  expect(passed).toBeGreaterThan(300)
  expect(found).toBeGreaterThan(1000)
})
