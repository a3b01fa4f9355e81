import { settled } from '../support/call-host'
import { usePhone } from '../support/phone'
import { show } from '../support/screen'

const phone = usePhone()
const rules = 'pages/rules/rules'
const denied = 'errCode: -502003 database permission denied | errMsg: Permission denied'

/** What reached the database, such as `where {"_openid":"{openid}"}`. */
let asked: string[]
/** Notes of the user. */
let notes: { _id: string }[]
/** What fails, by its beginning. */
let fails: (query: string) => boolean

async function answer(query: string): Promise<{ data: { _id: string }[] }> {
  asked.push(query)
  // The shape in which `wx.cloud` rejects.
  if (fails(query)) throw { errCode: -502003, errMsg: `collection.get:fail ${denied}` }
  return { data: notes }
}

const collection = {
  where(condition: object) {
    const get = () => answer(`where ${JSON.stringify(condition)}`)
    return { get, limit: () => ({ get }) }
  },
  get: () => answer('get'),
  doc: (id: string) => ({ get: () => answer(`doc ${id}`) }),
  async add({ data }: { data: object }) {
    asked.push(`add ${JSON.stringify(data)}`)
    notes.push({ _id: 'note-1' })
    return { _id: 'note-1' }
  },
}

beforeEach(() => {
  asked = []
  notes = [{ _id: 'note-1' }]
  fails = query => !query.includes('{openid}')
  const database = () => ({ collection: (name: string) => (name === 'notes' ? collection : undefined) })
  Object.assign(phone().wx.cloud, { database })
})

/** Taps the button of a query. */
async function ask(index: number) {
  const screen = await show<{ attempts: { loading: boolean }[] }>(rules)
  await screen.run('ask', { currentTarget: { dataset: { index } } })
  await settled()
  return screen
}

const own = 'where {"_openid":"{openid}"}'

test('rules shows what each query is expected to do', async () => {
  const screen = await show(rules)
  expect(screen.text()).toMatch(
    /放行.*_openid: '\{openid\}'.*拒绝.*notes\.get\(\).*拒绝.*doc\(id\).*放行.*_id: id/s,
  )
  expect(screen.count('.ask')).toBe(4)
})

test.each([
  [0, own],
  [3, 'where {"_id":"note-1","_openid":"{openid}"}'],
])('rules shows what the allowed query %i finds', async (index, query) => {
  const screen = await ask(index)
  expect(asked).toEqual([own, query])
  expect(screen.text()).toContain('查到 1 条')
  expect(screen.count('.problem')).toBe(0)
})

test.each([
  [1, 'get'],
  [2, 'doc note-1'],
])('rules explains that the query %i is refused', async (index, query) => {
  const screen = await ask(index)
  expect(asked).toEqual([own, query])
  expect(screen.text()).toContain('-502003')
  expect(screen.data.attempts[index]?.loading).toBe(false)
})

test('rules says so if a query passes that the rule should refuse', async () => {
  fails = () => false
  expect((await ask(1)).text()).toContain('规则没有生效')
})

test('rules writes a note first if the user has none', async () => {
  notes = []
  await ask(3)
  expect(asked).toEqual([own, 'add {"text":"只有我能看到"}', 'where {"_id":"note-1","_openid":"{openid}"}'])
})

test('rules tries again', async () => {
  const screen = await ask(1)
  fails = () => false
  await screen.tap('.problem', '.again')
  expect(screen.count('.problem')).toBe(0)
  expect(screen.text()).toContain('查到 1 条')
})
