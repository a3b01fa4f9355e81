// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the rules hold templates of their own
import {
  type DatabaseAnswer,
  type DatabaseRequest,
  guardDatabase,
  parseDatabaseRules,
} from '../../../scripts/rules'

const ME = 'oMe'
const NOW = Date.UTC(2026, 0, 10)

function ask(
  collection: unknown,
  request: Pick<DatabaseRequest, 'operation'> & Partial<DatabaseRequest>,
): Promise<DatabaseAnswer> {
  const { rules } = parseDatabaseRules(JSON.stringify({ things: collection }), 'rules.json')
  return guardDatabase({
    rules,
    collection: 'things',
    auth: { openid: ME },
    now: NOW,
    get: async () => undefined,
    ...request,
  })
}

const create = (
  rule: unknown,
  data: Record<string, unknown>,
  auth: DatabaseRequest['auth'] = { openid: ME },
) => ask({ create: rule }, { operation: 'create', data, auth })

describe('a create is judged by its data', () => {
  test.each<[string | boolean, Record<string, unknown>, boolean]>([
    [true, {}, true],
    ['doc.publisher == auth.openid', { publisher: '{openid}' }, true],
    ['doc.publisher == auth.openid', { publisher: ME }, true],
    ['doc.publisher == auth.openid', { publisher: 'oOther' }, false],
    ['doc.publisher == auth.openid', {}, false],
    ['request.data.publisher == auth.openid', { publisher: ME }, true],
    ['doc._openid == auth.openid', {}, true],
    ['doc.a.b[1] == 2', { a: { b: [1, 2] } }, true],
    ['doc.a.b == 2', {}, false],
    ['doc.price == undefined', {}, true],
    ['doc.price != null', { price: { yuan: 1 } }, true],
    ["doc.price == '1'", { price: 1 }, false],
    ['doc.price > 0 && doc.price <= 100', { price: 100 }, true],
    ['doc.price > 0', { price: '5' }, false],
    ['doc.price > 0', { price: null }, false],
    ['!(doc.price > 0)', {}, true],
    ['auth.openid in doc.members', { members: ['oOther', '{openid}'] }, true],
    ['auth.openid in doc.members', { members: ME }, false],
    ['!(auth.openid in doc.members)', {}, false],
    ["doc.kind in ['a', 'b']", { kind: 'b' }, true],
    ["doc.kind in ['a', 'b']", { kind: 'c' }, false],
    ['doc.at <= now', { at: new Date(NOW) }, true],
    ['doc.at <= now', { at: new Date(NOW + 1) }, false],
    ['doc.open', { open: true }, true],
    ['doc.open', { open: 0 }, false],
    ['(doc.a == 1) == true', { a: 1 }, true],
    ['+doc.a > -doc.b', { a: 1, b: 2 }, true],
    ['-doc.a < 0', { a: 'x' }, false],
  ])('%j with %j: %j', async (rule, data, verdict) => {
    expect((await create(rule, data)).allowed).toBe(verdict)
  })

  test('its answer holds the data to write, with the openid filled in', async () => {
    const answer = await create('doc.by == auth.openid', { by: '{openid}', tags: ['{openid}', '{other}'] })
    expect(answer).toEqual({
      allowed: true,
      data: { by: ME, tags: [ME, '{other}'], _openid: ME },
    })
  })

  test('nobody takes the name of another', async () => {
    expect(await create(true, { _openid: 'oOther' })).toMatchObject({ allowed: false, code: -502003 })
    expect((await create(true, { _openid: '{openid}' })).allowed).toBe(true)
    expect((await ask('PRIVATE', { operation: 'create', data: { _openid: ME } })).allowed).toBe(false)
  })

  test('a caller who is not logged in is no owner of anything', async () => {
    expect(await create(true, { a: 1 }, null)).toEqual({ allowed: true, data: { a: 1 } })
    expect((await create('auth == null', {}, null)).allowed).toBe(true)
    expect((await create('doc.owner == auth.openid', {}, null)).allowed).toBe(false)
    expect((await create('doc.owner != auth.openid', {}, null)).allowed).toBe(false)
    expect((await create('auth != null && doc.owner == auth.openid', {}, null)).allowed).toBe(false)
    expect((await create(true, { _openid: '{openid}' }, null)).allowed).toBe(false)
  })
})

describe('an update is judged by its query, and may be by what is sent', () => {
  const update = (rule: unknown, query: Record<string, unknown>, data: Record<string, unknown>) =>
    ask({ update: rule }, { operation: 'update', query, data })

  test.each<[string, Record<string, unknown>, boolean]>([
    ['request.data.price == undefined', { $set: { name: 'x' } }, true],
    ['doc.price == request.data.price || request.data.price == undefined', { $set: { price: 5 } }, true],
    ['doc.price == request.data.price || request.data.price == undefined', { $set: { price: 6 } }, false],
    ['request.data.a.b == 1', { $set: { 'a.b': 1 } }, true],
    ['request.data.a.b == 1 && request.data.a.c == 2', { $set: { a: { c: 2 }, 'a.b': 1 } }, true],
    ['request.data.a.b == 1', { $set: { a: 5, 'a.b': 1 } }, false],
    ['request.data.price < 10', { $inc: { price: 1 } }, false],
    ['request.data.price == undefined', { $inc: { price: 1 } }, false],
    ['request.data.price == undefined', { $unset: { price: '' }, $set: { a: 1 } }, false],
    ['request.data.price == undefined', { $rename: { cost: 'price' } }, false],
    ['request.data.price == 1', { price: 1 }, true],
  ])('%s with %j: %j', async (rule, data, verdict) => {
    expect((await update(rule, { _id: 'x', price: 5 }, data)).allowed).toBe(verdict)
  })

  test('_openid stays as the server set it', async () => {
    for (const data of [
      { $rename: { name: '_openid' } },
      { $set: { _openid: 'oOther' } },
      { _openid: 'oOther' },
      { $unset: { _openid: '' } },
    ]) {
      expect((await update(true, {}, data)).allowed).toBe(false)
      expect((await ask('PRIVATE', { operation: 'update', query: {}, data })).allowed).toBe(false)
    }
  })

  test('{openid} is filled into the query, not into the data', async () => {
    expect(await update(true, { _openid: '{openid}' }, { $set: { note: '{openid}' } })).toEqual({
      allowed: true,
      query: { _openid: ME },
      data: { $set: { note: '{openid}' } },
    })
  })
})

test('the narrow key wins over write, and read is not covered by it', async () => {
  const rules = { write: true, delete: false }
  expect((await ask(rules, { operation: 'update', query: {}, data: {} })).allowed).toBe(true)
  expect((await ask(rules, { operation: 'delete', query: {} })).allowed).toBe(false)
  expect(await ask(rules, { operation: 'read', query: {} })).toMatchObject({
    allowed: false,
    reason: '"things" has no rule for read: an operation without a rule is denied',
  })
  expect((await ask({ write: true, delete: false }, { operation: 'create', data: {} })).allowed).toBe(true)
})

test('doc(id) is refused under a rule about the owner, and the reason says what would pass', async () => {
  const answer = await ask(
    { read: 'doc._openid == auth.openid && doc.age > 10' },
    { operation: 'read', query: { _id: 'x' } },
  )
  expect(answer).toEqual({
    allowed: false,
    code: -502003,
    message: 'Permission denied',
    reason:
      'the "read" rule of "things" is doc._openid == auth.openid && doc.age > 10, and the query is no subset of it: ' +
      'doc._openid == auth.openid could not be proven: the query says nothing of "_openid"; ' +
      'doc.age > 10 could not be proven: the query says nothing of "age". ' +
      "A query that may pass: where({ ..., _openid: '{openid}', age: _.gt(10) })",
  })
})

test('a collection without rules, and a broken rule, allow nothing and say so', async () => {
  expect(await ask(true, { operation: 'read', collection: 'other' })).toMatchObject({
    allowed: false,
    reason: expect.stringContaining('database.rules.json has no rules for "other"'),
  })
  expect(await ask({ read: 'doc.' }, { operation: 'read' })).toMatchObject({
    allowed: false,
    reason: expect.stringContaining('a broken rule allows nothing'),
  })
})

test('a rule may get() three records for each alternative of a query, and each is read once', async () => {
  const reads: string[] = []
  const get = async (collection: string, id: string) => {
    reads.push(`${collection}.${id}`)
    return { owner: ME, next: `${id}1`, open: true }
  }
  const shop = { read: 'auth.openid == get(`database.shop.${doc._id}`).owner' }
  const five = { $or: ['a', 'b', 'c', 'd', 'e'].map(_id => ({ _id })) }
  expect((await ask(shop, { operation: 'read', query: five, get })).allowed).toBe(true)
  expect(reads).toEqual(['shop.a', 'shop.b', 'shop.c', 'shop.d', 'shop.e'])

  reads.length = 0
  const twice = { read: 'get(`database.a.${doc.x}`).open && get(`database.a.${doc.x}`).owner == auth.openid' }
  expect((await ask(twice, { operation: 'read', query: { x: 'q' }, get })).allowed).toBe(true)
  expect(reads).toEqual(['a.q'])
})

describe('the basic permissions', () => {
  const query = { done: false }
  const own = { done: false, _openid: ME }
  const adminWrite = 'Permission Denied: Your operation is not allowed base on the ACL tag (adminWrite)'
  const adminOnly = 'Permission Denied: Your operation is not allowed base on the ACL tag (adminOnly)'

  test.each<[string, DatabaseRequest['operation'], object]>([
    ['READONLY', 'read', { allowed: true, query }],
    ['READONLY', 'update', { allowed: true, query: own, data: {} }],
    ['READONLY', 'delete', { allowed: true, query: own, data: {} }],
    ['READONLY', 'create', { allowed: true, data: { _openid: ME } }],
    ['PRIVATE', 'read', { allowed: true, query: own }],
    ['PRIVATE', 'update', { allowed: true, query: own, data: {} }],
    ['PRIVATE', 'create', { allowed: true, data: { _openid: ME } }],
    ['ADMINWRITE', 'read', { allowed: true, query }],
    ['ADMINWRITE', 'create', { allowed: false, code: -502003, message: adminWrite }],
    ['ADMINWRITE', 'update', { allowed: false, code: -502003, message: adminWrite }],
    ['ADMINONLY', 'read', { allowed: false, code: -502003, message: adminOnly }],
    ['ADMINONLY', 'delete', { allowed: false, code: -502003, message: adminOnly }],
  ])('%s, %s', async (permission, operation, answer) => {
    expect(await ask(permission, { operation, query, data: {} })).toMatchObject(answer)
  })

  test('they add the caller to a query that names an owner already', async () => {
    expect(await ask('PRIVATE', { operation: 'read', query: { _openid: 'oOther' } })).toEqual({
      allowed: true,
      query: { $and: [{ _openid: 'oOther' }, { _openid: ME }] },
    })
  })

  test('without a login nothing is owned', async () => {
    expect((await ask('PRIVATE', { operation: 'read', auth: null })).allowed).toBe(false)
    expect((await ask('READONLY', { operation: 'create', data: {}, auth: null })).allowed).toBe(false)
    expect((await ask('READONLY', { operation: 'read', auth: null })).allowed).toBe(true)
  })
})

test('{openid} is filled in at any depth but keys, and what is nested too deep is refused', async () => {
  expect(
    await ask(
      { read: true },
      { operation: 'read', query: { $or: [{ a: { $in: ['{openid}'] } }, { '{openid}': 1 }] } },
    ),
  ).toEqual({ allowed: true, query: { $or: [{ a: { $in: [ME] } }, { '{openid}': 1 }] } })

  let deep: unknown = 1
  for (let level = 0; level < 50_000; level++) deep = [deep]
  expect(await ask({ read: true }, { operation: 'read', query: { deep } })).toMatchObject({
    allowed: false,
    reason: 'the query or the data is nested more than 100 levels deep',
  })
})
