import { usePhone } from '../support/phone'
import { show } from '../support/screen'

const phone = usePhone()
const page = 'pages/functions/functions'

const active = {
  name: 'login',
  state: 'active',
  status: 'Active',
  explanation: { en: 'It can be called.', zh: '可以调用。' },
  runtime: 'Nodejs18.15',
  modifiedAt: 1_795_000_000_000,
}
const failed = {
  ...active,
  name: 'broken',
  state: 'failed',
  status: 'CreateFailed',
  explanation: { en: 'It could not be created.', zh: '创建失败，代码包里找不到入口文件。' },
}
const busy = { ...active, name: 'qrcode', state: 'busy', explanation: { en: 'Updating.', zh: '正在更新。' } }

const answer = (functions: object[], counts: object) =>
  phone().answer({ ok: true, data: { functions, counts: { failed: 0, busy: 0, active: 0, ...counts } } })

interface FunctionsData {
  loading: boolean
}

test('functions shows what is deployed, its state in colour, and why one failed', async () => {
  const screen = await show<FunctionsData>(page)
  expect(phone().requests).toMatchObject([{ name: 'functionList', data: {} }])
  expect(screen.text()).toContain('正在查询')
  await answer([failed, busy, active], { failed: 1, busy: 1, active: 1 })
  expect(screen.text()).not.toContain('正在查询')
  expect(screen.text()).toMatch(
    /共 3 个云函数，失败 1 个，处理中 1 个.*broken.*失败.*Nodejs18\.15，.+更新.*找不到入口文件.*qrcode.*处理中.*正在更新.*login.*正常/s,
  )
  expect(screen.text()).not.toContain('可以调用')
  expect(['.tag-bad', '.tag-warn', '.tag-good', '.function'].map(screen.count)).toEqual([1, 1, 1, 3])
})

test('functions explains in the language that the user chose', async () => {
  phone().storage.set('adviceLanguage', 'en')
  const screen = await show<FunctionsData>(page)
  await answer([failed], { failed: 1 })
  expect(screen.text()).toContain('It could not be created.')
})

test('functions says that all is well, or that nothing is there', async () => {
  const screen = await show<FunctionsData>(page)
  await answer([active], { active: 1 })
  expect(screen.text()).toContain('共 1 个云函数')
  expect(screen.text()).not.toMatch(/失败|处理中|只列出/)
  Object.assign(phone().wx, { stopPullDownRefresh: () => {} })
  await screen.run('onPullDownRefresh')
  await answer([], {})
  expect(screen.text()).toContain('这个环境里还没有云函数')
})

test('functions says that there are more than it shows', async () => {
  const screen = await show<FunctionsData>(page)
  await answer([failed], { failed: 1, active: 300 })
  expect(screen.text()).toContain('共 301 个云函数，失败 1 个，只列出 1 个')
})

test.each([
  ['permission-denied', '你没有权限这样做'],
  ['failed-precondition', 'WECHAT_COMPONENT_APPID'],
])('functions shows %s as a card, and tries again', async (code, text) => {
  const screen = await show<FunctionsData>(page)
  await phone().answer({ ok: false, error: { code, message: 'Set WECHAT_COMPONENT_APPID' } })
  expect(screen.text()).toContain(text)
  expect(screen.text()).not.toContain('正在查询')
  expect(screen.data.loading).toBe(false)
  await screen.tap('.problem', '.again')
  expect(phone().requests).toHaveLength(2)
  await answer([active], { active: 1 })
  expect(screen.count('.problem')).toBe(0)
})

test('functions asks anew when it is pulled down, and keeps the old list if that fails', async () => {
  let pullsDone = 0
  Object.assign(phone().wx, { stopPullDownRefresh: () => pullsDone++ })
  const screen = await show<FunctionsData>(page)
  await answer([active], { active: 1 })
  await screen.run('onPullDownRefresh')
  await phone().answer({ ok: false, error: { code: 'resource-exhausted', message: '45009' } })
  expect(screen.count('.problem')).toBe(1)
  expect(screen.count('.function')).toBe(1)
  expect(pullsDone).toBe(1)
})
