import {
  DEFAULT_STORAGE_RULES,
  guardStorage,
  parseStorageRules,
  type StorageRequest,
} from '../../../scripts/rules'

function ask(rules: unknown, operation: 'read' | 'write', request: Partial<StorageRequest> = {}) {
  return guardStorage({
    rules: parseStorageRules(JSON.stringify(rules), 'rules.json').rules,
    operation,
    auth: { openid: 'oMe' },
    resource: { openid: 'oMe', path: 'a/b.png' },
    ...request,
  })
}

const owner = 'resource.openid == auth.openid'
const other = { resource: { openid: 'oOther', path: 'a/b.png' } }

test('the rules an environment starts with: everybody reads, the creator writes', async () => {
  const base = { rules: DEFAULT_STORAGE_RULES, auth: { openid: 'oMe' } } as const
  const mine = { openid: 'oMe', path: 'a' }
  const others = { openid: 'oOther', path: 'a' }
  expect((await guardStorage({ ...base, operation: 'read', resource: others })).allowed).toBe(true)
  expect((await guardStorage({ ...base, operation: 'write', resource: mine })).allowed).toBe(true)
  expect((await guardStorage({ ...base, operation: 'write', resource: others })).allowed).toBe(false)
})

test.each<[object, 'read' | 'write', Partial<StorageRequest>, boolean]>([
  [{ read: owner }, 'read', {}, true],
  [{ read: owner }, 'read', other, false],
  [{ read: owner }, 'write', {}, false],
  [{ read: 'auth != null' }, 'read', { auth: null }, false],
  [{ read: 'resource.openid != null' }, 'read', { auth: null }, true],
  [{ read: owner }, 'read', { auth: null, resource: { openid: undefined, path: 'a' } }, false],
  [{ write: `auth.loginType != 'ANONYMOUS' && ${owner}` }, 'write', {}, true],
  [{ write: 'resource.openid == auth.uid' }, 'write', { resource: { openid: undefined, path: 'a' } }, false],
  [{ read: "resource.path == 'a/b.png'" }, 'read', other, true],
  [{ read: 'doc.a' }, 'read', {}, false],
])('rules %j, %s, %j: %j', async (rules, operation, request, verdict) => {
  expect((await ask(rules, operation, request)).allowed).toBe(verdict)
})

test('a refusal carries the code and says which rule refused', async () => {
  expect(await ask({ write: owner }, 'write', other)).toEqual({
    allowed: false,
    code: -503002,
    message: 'storage permission denied',
    reason: `the "write" rule of the storage is ${owner}, and "a/b.png" does not satisfy it: ${owner} is false`,
  })
})
