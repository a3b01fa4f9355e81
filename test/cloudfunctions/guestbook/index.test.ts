import { expectRefusals, randomWrongInputs } from '../support/random-wrong-inputs'
import { useLocalCloud } from '../support/use-local-cloud'

const cloud = useLocalCloud(['guestbook'])
const ann = 'oANN0000000000000000000000001'
const bob = 'oBOB0000000000000000000000001'
const token = 'token-00000001'
const id = 'a'.repeat(32)

const ask = (input: object, openid = ann) => cloud.call('guestbook', input, { openid })
const add = (text: string, its = token, openid = ann) => ask({ action: 'add', text, token: its }, openid)
const stored = () => cloud.database.all('guestbook')

/** The data of a reply that must not be a refusal. */
async function data(reply: ReturnType<typeof ask>) {
  const answer = await reply
  if (!answer.ok) throw new Error(`refused: ${JSON.stringify(answer.error)}`)
  return answer.data
}

async function signed(text: string, openid = ann): Promise<string> {
  const { entries } = await data(add(text, `token-${text.replace(/\W/g, '-')}-0000`, openid))
  return entries[0]?.id ?? ''
}

test('guestbook adds an entry, with its author and time', async () => {
  const before = Date.now()
  const { entries } = await data(add('  大家好 '))
  expect(entries).toEqual([
    {
      id: expect.stringMatching(/^[0-9a-f]{32}$/),
      text: '大家好',
      createdAt: expect.any(Number),
      isEdited: false,
      isMine: true,
    },
  ])
  expect(stored()).toMatchObject([{ _id: entries[0]?.id, _openid: ann, text: '大家好' }])
  expect(entries[0]?.createdAt).toBeGreaterThanOrEqual(before)
})

test('guestbook adds one entry for a token, however often and however fast it is sent', async () => {
  const first = await data(add('once'))
  expect(await data(add('once'))).toEqual(first)
  const replies = await Promise.all(Array.from({ length: 6 }, () => data(add('at once', 'token-at-once'))))
  expect(new Set(replies.map(({ entries }) => entries[0]?.id)).size).toBe(1)
  expect(stored().map(({ text }) => text)).toEqual(['once', 'at once'])
})

test('guestbook keeps the tokens of two users apart', async () => {
  await data(add('ann'))
  await data(add('bob', token, bob))
  expect(stored().map(({ text }) => text)).toEqual(['ann', 'bob'])
})

test('guestbook has every text checked by version 2, for its author', async () => {
  await data(add('hello'))
  expect(cloud.sent()).toMatchObject([
    { name: 'security.msgSecCheck', fields: { content: 'hello', version: 2, openid: ann, scene: 3 } },
  ])
})

test.each(['risky-ads', 'review-other'])(
  'guestbook refuses the text "%s" and keeps nothing of it',
  async text => {
    const entry = await signed('fine')
    const refused = { ok: false, error: { code: 'invalid-argument', details: [{ path: 'text' }] } }
    expect(await add(text)).toMatchObject(refused)
    expect(await ask({ action: 'edit', id: entry, text })).toMatchObject(refused)
    expect(stored()).toMatchObject([{ text: 'fine' }])
  },
)

test('guestbook lists newest first, page by page, without a gap when entries come in between', async () => {
  // Several of the same time: the id decides.
  const documents = Array.from({ length: 45 }, (_, index) => ({
    _id: (index + 1).toString(16).padStart(32, '0'),
    _openid: index % 2 ? ann : bob,
    text: `text ${index}`,
    createdAt: 1_795_000_000_000 + Math.floor(index / 4),
  }))
  await cloud.database.insert('guestbook', ...documents)
  const texts: string[] = []
  let cursor: string | null | undefined
  let pages = 0
  do {
    const page = await data(ask({ action: 'list', ...(cursor ? { cursor } : {}) }))
    texts.push(...page.entries.map(({ text }) => text))
    cursor = page.next
    pages++
    await signed(`newer ${pages}`)
  } while (cursor !== null)
  expect(pages).toBe(3)
  expect(texts).toEqual(documents.map(({ text }) => text).reverse())
})

test('guestbook tells whose an entry is, and no OPENID', async () => {
  await signed('of ann', ann)
  await signed('of bob', bob)
  const page = await data(ask({ action: 'list' }))
  expect(page.entries.map(({ text, isMine }) => [text, isMine]).sort()).toEqual([
    ['of ann', true],
    ['of bob', false],
  ])
  expect(page.next).toBeNull()
  expect(JSON.stringify(page)).not.toContain('oBOB')
})

test('guestbook edits an own entry', async () => {
  const entry = await signed('befor')
  const { entries } = await data(ask({ action: 'edit', id: entry, text: 'before' }))
  expect(entries).toMatchObject([{ id: entry, text: 'before', isEdited: true, isMine: true }])
  expect(stored()).toMatchObject([{ text: 'before', _openid: ann }])
})

test('guestbook removes an own entry', async () => {
  const entry = await signed('gone')
  await signed('stays')
  await data(ask({ action: 'remove', id: entry }))
  expect(stored()).toMatchObject([{ text: 'stays' }])
})

test.each(['edit', 'remove'])('guestbook lets nobody %s the entry of another user', async action => {
  const entry = await signed('of ann')
  const text = action === 'edit' ? { text: 'of bob' } : {}
  expect(await ask({ action, id: entry, ...text }, bob)).toMatchObject({
    ok: false,
    error: { code: 'permission-denied' },
  })
  expect(stored()).toMatchObject([{ text: 'of ann', _openid: ann }])
})

test.each(['edit', 'remove'])('guestbook says that there is nothing to %s', async action => {
  const text = action === 'edit' ? { text: 'new' } : {}
  expect(await ask({ action, id, ...text })).toMatchObject({ ok: false, error: { code: 'not-found' } })
})

test('guestbook throws on that the collection is missing, naming it', async () => {
  await cloud.reset()
  await expect(add('hello')).rejects.toMatchObject({ errMsg: expect.stringMatching(/-502005.*guestbook/s) })
})

const entry = { action: 'add', text: 'hello', token }
const wrong: [path: string, input: object][] = [
  ['action', {}],
  ['action', { action: 'lists' }],
  ['action', { action: ['list'] }],
  ['cursor', { action: 'list', cursor: '' }],
  ['cursor', { action: 'list', cursor: '1' }],
  ['cursor', { action: 'list', cursor: `1e9.${id}` }],
  ['cursor', { action: 'list', cursor: { $gt: '' } }],
  ['limit', { action: 'list', limit: 0 }],
  ['limit', { action: 'list', limit: 51 }],
  ['limit', { action: 'list', limit: 1.5 }],
  ['limit', { action: 'list', limit: '20' }],
  ['text', { ...entry, text: '' }],
  ['text', { ...entry, text: ' \n ' }],
  ['text', { ...entry, text: 'x'.repeat(501) }],
  ['text', { ...entry, text: 'a\u0000b' }],
  ['text', { ...entry, text: 'a\ud800' }],
  ['token', { ...entry, token: 'short' }],
  ['token', { ...entry, token: 'with space' }],
  ['token', { ...entry, token: 'x'.repeat(65) }],
  ['openid', { ...entry, openid: bob }],
  ['id', { ...entry, id }],
  ['id', { action: 'edit', id: 'A'.repeat(32), text: 'x' }],
  ['id', { action: 'remove', id: { $ne: '' } }],
  ['text', { action: 'remove', id, text: 'x' }],
]

test('guestbook refuses wrong inputs, naming the field', async () => {
  for (const [path, input] of wrong) {
    expect([input, await ask(input)]).toMatchObject([
      input,
      { ok: false, error: { code: 'invalid-argument', details: [{ path }] } },
    ])
  }
})

test('guestbook refuses random wrong inputs', async () => {
  const right = [entry, { action: 'list' }, { action: 'edit', id, text: 'hello' }, { action: 'remove', id }]
  await expectRefusals(cloud, 'guestbook', randomWrongInputs(right))
})
