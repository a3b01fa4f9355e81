// biome-ignore-all lint/suspicious/noTemplateCurlyInString: pieces of rules

import { guardDatabase, parseDatabaseRules, parseStorageRules } from '../../../scripts/rules'
import { seededNumbers } from '../local-cloud/seeded-numbers'

const PIECES = (
  'doc auth now request get .a .openid .data [0] [doc.k] == != < >= in && || ! - + ( ) [ ] { } , ; ` ${ } ' +
  'database.a.b "x" 1 null undefined true /re/ => ? : ... 中 😀 \\ \\u0000 \\n // /* */ <!-- #! await yield 1n 0x'
).split(' ')

test('no random rule crashes the parser or the guard, and every finding has a place in the file', async () => {
  const random = seededNumbers(20261121)
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)] as Item
  for (let round = 0; round < 500; round++) {
    const expression = Array.from({ length: 1 + Math.floor(random() * 12) }, () => pick(PIECES)).join(
      pick(['', ' ']),
    )
    let text = JSON.stringify({ things: { read: expression, write: expression } })
    if (random() < 0.3) {
      const at = Math.floor(random() * text.length)
      text = text.slice(0, at) + pick(PIECES) + text.slice(at + Math.floor(random() * 4))
    }
    const { rules, problems } = parseDatabaseRules(text, 'rules.json')
    for (const { line = 0, column = 0, message } of [
      ...problems,
      ...parseStorageRules(text, 'rules.json').problems,
    ]) {
      expect(message).not.toBe('')
      expect(line).toBeGreaterThan(0)
      expect(column).toBeGreaterThan(0)
      expect(column).toBeLessThanOrEqual(text.length + 1)
    }
    const answer = await guardDatabase({
      rules,
      collection: 'things',
      operation: pick(['read', 'create', 'update', 'delete']),
      query: { a: 1, k: { $in: ['a', 'b'] } },
      data: { a: 1 },
      auth: pick([null, { openid: 'oMe' }]),
      now: 0,
      get: async () => ({ a: 1 }),
    })
    expect(typeof answer.allowed).toBe('boolean')
    if (problems.some(({ severity, rule }) => severity === 'error' && rule.startsWith('rule-'))) {
      expect(answer.allowed).toBe(false)
    }
  }
})

test('no random query crashes the guard or passes a rule that it does not prove', async () => {
  const random = seededNumbers(7)
  const { rules } = parseDatabaseRules('{"things": {"read": "doc._openid == auth.openid"}}', 'rules.json')
  const names = [
    '_id',
    'a',
    '$or',
    '$and',
    '$in',
    '$eq',
    '$gt',
    '$exists',
    '$not',
    '$nor',
    '__proto__',
    '',
    'a.b',
  ]
  const make = (depth: number): unknown => {
    const kind = Math.floor(random() * (depth > 4 ? 5 : 8))
    if (kind < 5) return [null, 'oMe', 1, true, '{openid}'][kind]
    if (kind === 5) return Array.from({ length: Math.floor(random() * 3) }, () => make(depth + 1))
    const keys = Array.from(
      { length: Math.floor(random() * 4) },
      () => names[Math.floor(random() * names.length)],
    )
    return Object.fromEntries(keys.map(key => [key, make(depth + 1)]))
  }
  for (let round = 0; round < 500; round++) {
    const answer = await guardDatabase({
      rules,
      collection: 'things',
      operation: 'read',
      query: { a: make(0), $and: [{ b: make(0) }, make(0) as object], $or: make(0) },
      auth: { openid: 'oMe' },
      now: 0,
      get: async () => undefined,
    })
    expect(answer.allowed).toBe(false)
  }
})
