import { settled } from '../support/call-host'
import { usePhone } from '../support/phone'
import { show } from '../support/screen'

const phone = usePhone()
const guestbook = 'pages/guestbook/guestbook'
const time = new Date(2026, 10, 21, 9, 5).getTime()

interface GuestbookData {
  draft: string
  editText: string
  busy: object
}

const entry = (id: number, more: object = {}) => ({
  id: `id-${id}`,
  text: `第${id}条`,
  createdAt: time,
  isEdited: false,
  isMine: false,
  ...more,
})
const page = (entries: object[], next: string | null = null) => ({ ok: true, data: { entries, next } })
const refusal = (code: string) => ({ ok: false, error: { code, message: 'because' } })

let confirm: boolean
let pullsDone: number
beforeEach(() => {
  confirm = true
  pullsDone = 0
  Object.assign(phone().wx, {
    showModal: async () => ({ confirm }),
    stopPullDownRefresh: () => {
      pullsDone++
    },
  })
})

/** The page with entries on it. */
async function opened(entries: object[] = [entry(1)], next: string | null = null) {
  const screen = await show<GuestbookData>(guestbook)
  await phone().answer(page(entries, next))
  return screen
}

async function sign(screen: Awaited<ReturnType<typeof opened>>, text: string) {
  await screen.send('.field', 'input', { value: text })
  await screen.tap('.send')
}

const latest = () => phone().requests[phone().requests.length - 1]?.data

test('guestbook shows the first page', async () => {
  const screen = await opened([entry(1), entry(2, { isEdited: true })])
  expect(phone().requests).toMatchObject([{ name: 'guestbook', data: { action: 'list' } }])
  expect(screen.text()).toMatch(/第1条.*11-21 09:05.*第2条.*已修改.*没有更多了/s)
  expect(screen.data.busy).toEqual({ refresh: false })
})

test('guestbook says that there is nothing yet', async () => {
  expect((await opened([])).text()).toContain('还没有留言')
})

test('guestbook loads more at the bottom, and sends to the screen only what is new', async () => {
  const screen = await opened([entry(3), entry(2)], 'cursor-1')
  const before = screen.sent.length
  await screen.run('onReachBottom')
  await screen.run('onReachBottom')
  expect(phone().requests).toHaveLength(2)
  expect(latest()).toEqual({ action: 'list', cursor: 'cursor-1' })
  await phone().answer(page([entry(1)]))
  expect(screen.text()).toMatch(/第3条.*第2条.*第1条/s)
  const keys = screen.sent.slice(before).flatMap(changes => Object.keys(changes))
  expect(keys.filter(key => key.startsWith('lists'))).toEqual(['lists[1].rows[2]'])
  await screen.run('onReachBottom')
  expect(phone().requests).toHaveLength(2)
})

test('guestbook begins anew when it is pulled down', async () => {
  const screen = await opened([entry(1)])
  await screen.run('onPullDownRefresh')
  expect(pullsDone).toBe(0)
  await phone().answer(page([entry(2)]))
  expect(screen.text()).toContain('第2条')
  expect(screen.text()).not.toContain('第1条')
  expect(pullsDone).toBe(1)
})

test('guestbook shows what is sent at once, and puts the entry of the cloud in its place', async () => {
  const screen = await opened()
  const before = screen.sent.length
  await sign(screen, '大家好')
  expect(screen.text()).toMatch(/大家好.*发送中/s)
  expect(screen.data.draft).toBe('')
  expect(latest()).toEqual({ action: 'add', text: '大家好', token: expect.stringMatching(/^[\w-]{8,64}$/) })
  await phone().answer(page([entry(9, { text: '大家好', isMine: true })]))
  expect(screen.text()).not.toContain('发送中')
  expect(screen.count('.row')).toBe(2)
  expect(screen.count('.edit')).toBe(1)
  const lists = screen.sent
    .slice(before)
    .flatMap(changes => Object.keys(changes).filter(key => key.startsWith('lists')))
  expect(lists).toEqual(['lists[0].rows[0]', 'lists[0].rows[0]'])
})

test('guestbook takes back what the cloud refuses, says why, and sends it again with the same token', async () => {
  const screen = await opened()
  await sign(screen, '大家好')
  const first = latest()
  await phone().answer(refusal('invalid-argument'))
  expect(screen.count('.row')).toBe(1)
  expect(screen.text()).toContain('because')
  expect(screen.data.draft).toBe('大家好')
  await screen.tap('.problem', '.again')
  expect(latest()).toEqual(first)
  expect(screen.count('.problem')).toBe(0)
  await phone().answer(page([entry(9, { text: '大家好', isMine: true })]))
  expect(screen.count('.row')).toBe(2)
})

test('guestbook takes another token for another text', async () => {
  const screen = await opened()
  await sign(screen, 'one')
  const first = latest()
  await phone().answer(refusal('invalid-argument'))
  await sign(screen, 'two')
  expect(latest()?.token).not.toBe(first?.token)
})

test('guestbook loses neither of two texts when the first fails late', async () => {
  const screen = await opened()
  await sign(screen, 'one')
  await screen.send('.field', 'input', { value: 'two' })
  await phone().answer(refusal('invalid-argument'))
  expect(screen.data.draft).toBe('one\ntwo')
})

test('guestbook keeps what arrives after a refresh took its place away', async () => {
  const screen = await opened()
  await sign(screen, '大家好')
  const add = phone().requests[1]
  await screen.run('onPullDownRefresh')
  await phone().answer(page([entry(1)]))
  add?.success({ result: page([entry(9, { text: '大家好' })]) })
  await settled()
  expect(screen.text()).toContain('大家好')
})

test('guestbook shows once what an earlier attempt had added after all', async () => {
  const screen = await opened()
  await sign(screen, '大家好')
  await phone().answer(refusal('resource-exhausted'))
  await screen.run('onPullDownRefresh')
  const added = entry(9, { text: '大家好', isMine: true })
  await phone().answer(page([added]))
  await screen.tap('.send')
  await phone().answer(page([added]))
  expect(screen.count('.row')).toBe(1)
})

test('guestbook sends nothing of blanks', async () => {
  const screen = await opened()
  await sign(screen, ' \n ')
  expect(phone().requests).toHaveLength(1)
})

test('guestbook changes an own entry', async () => {
  const screen = await opened([entry(1, { isMine: true }), entry(2)])
  expect(screen.count('.edit')).toBe(1)
  await screen.tap('.edit')
  await screen.send('.row .field', 'input', { value: 'new' })
  await screen.tap('.save')
  expect(latest()).toEqual({ action: 'edit', id: 'id-1', text: 'new' })
  await phone().answer(page([entry(1, { isMine: true, text: 'new', isEdited: true })]))
  expect(screen.text()).toMatch(/new.*已修改/s)
  expect(screen.count('.save')).toBe(0)
})

test('guestbook keeps the change when it is refused, and tries again', async () => {
  const screen = await opened([entry(1, { isMine: true })])
  await screen.tap('.edit')
  await screen.send('.row .field', 'input', { value: 'new' })
  await screen.tap('.save')
  await phone().answer(refusal('permission-denied'))
  expect(screen.text()).toContain('你没有权限这样做')
  expect(screen.count('.save')).toBe(1)
  await screen.tap('.problem', '.again')
  expect(latest()).toEqual({ action: 'edit', id: 'id-1', text: 'new' })
})

/** Has two own entries, and the change of the first on its way. */
async function saving() {
  const screen = await opened([entry(1, { isMine: true }), entry(2, { isMine: true })])
  await screen.tap('.edit')
  await screen.send('.row .field', 'input', { value: 'new' })
  await screen.tap('.save')
  return screen
}
const saved = page([entry(1, { isMine: true, text: 'new', isEdited: true })])

test('guestbook leaves another entry open when the first is saved, even with the same words in it', async () => {
  const screen = await saving()
  // the first is open, so this is the second
  await screen.tap('.edit')
  await screen.send('.row .field', 'input', { value: 'new' })
  await phone().answer(saved)
  expect(screen.text()).toMatch(/new.*已修改/s)
  expect(screen.count('.save')).toBe(1)
  expect(screen.data.editText).toBe('new')
})

test('guestbook leaves an entry open that is changed further while it is saved', async () => {
  const screen = await saving()
  await screen.send('.row .field', 'input', { value: 'newer' })
  await phone().answer(saved)
  expect(screen.count('.save')).toBe(1)
  expect(screen.data.editText).toBe('newer')
})

test.each([
  ['nothing', 0],
  ['another entry', 1],
])('guestbook tries the change again that failed, with %s open', async (_what, open) => {
  const screen = await saving()
  const failed = latest()
  await phone().answer(refusal('resource-exhausted'))
  await screen.tap('.row .button-quiet')
  // the second of two, when the first is open again
  for (let tapped = 0; tapped < 2 * open; tapped++) await screen.tap('.edit')
  expect(screen.count('.save')).toBe(open)
  await screen.tap('.problem', '.again')
  expect(latest()).toEqual(failed)
  await phone().answer(saved)
  expect(screen.text()).toMatch(/new.*已修改/s)
  expect(screen.count('.save')).toBe(open)
})

test('guestbook removes an own entry at once, and puts it back when that fails', async () => {
  const screen = await opened([entry(1, { isMine: true }), entry(2)])
  await screen.tap('.remove')
  expect(latest()).toEqual({ action: 'remove', id: 'id-1' })
  expect(screen.text()).not.toContain('第1条')
  await phone().answer(refusal('permission-denied'))
  expect(screen.text()).toContain('第1条')
  await screen.tap('.problem', '.again')
  await phone().answer(page([]))
  expect(screen.text()).not.toContain('第1条')
})

test('guestbook does not put back what is gone already', async () => {
  const screen = await opened([entry(1, { isMine: true })])
  await screen.tap('.remove')
  await phone().answer(refusal('not-found'))
  expect(screen.text()).not.toContain('第1条')
  expect(screen.count('.problem')).toBe(0)
})

test('guestbook asks before it removes', async () => {
  const screen = await opened([entry(1, { isMine: true })])
  confirm = false
  await screen.tap('.remove')
  expect(phone().requests).toHaveLength(1)
  expect(screen.text()).toContain('第1条')
})

test.each(['onPullDownRefresh', 'onReachBottom'])(
  'guestbook says why %s failed, and tries again',
  async handler => {
    const screen = await opened([entry(1)], 'cursor-1')
    await screen.run(handler)
    await phone().fail(
      'cloud.callFunction:fail Error: errCode: -501000  | errMsg: FunctionName parameter could not be found.',
    )
    expect(screen.text()).toContain('-501000')
    expect(screen.text()).toContain('第1条')
    const failed = latest()
    await screen.tap('.problem', '.again')
    expect(latest()).toEqual(failed)
    expect(phone().requests).toHaveLength(3)
  },
)
