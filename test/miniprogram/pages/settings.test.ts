import { usePhone } from '../support/phone'
import { show } from '../support/screen'

const phone = usePhone()
const settings = 'pages/settings/settings'
const english = '.choice.button-quiet'

test('settings shows environment, version and openid', async () => {
  const screen = await show<{ loading: boolean }>(settings)
  expect(screen.text()).toContain('test-1a2b3c')
  expect(screen.text()).toContain('开发版')
  expect(screen.text()).toContain('正在询问云函数')
  expect(phone().requests).toMatchObject([{ name: 'login', data: {} }])
  await phone().answer({ ok: true, data: { openid: 'o-42' } })
  expect(screen.text()).toContain('o-42')
  expect(screen.data.loading).toBe(false)
})

test('settings shows the number of a version that has one', async () => {
  phone().wx.getAccountInfoSync = () => ({ miniProgram: { envVersion: 'develop', version: '1.2.3' } })
  const screen = await show(settings)
  expect(screen.text()).toContain('开发版 1.2.3')
})

test('settings shows why the login failed, and tries again', async () => {
  const screen = await show<{ loading: boolean }>(settings)
  await phone().fail('errCode: -501000  | errMsg: FunctionName parameter could not be found.')
  expect(screen.data.loading).toBe(false)
  expect(screen.text()).toContain('没有得到回答')
  await screen.tap('.problem', '.again')
  expect(phone().requests).toHaveLength(2)
  expect(screen.count('.problem')).toBe(0)
})

test('settings switches the language of the advice, at once and for every card to come', async () => {
  const screen = await show<{ language: string }>(settings)
  expect(screen.text()).toContain('怎么解决')
  await screen.tap(english)
  expect(screen.data.language).toBe('en')
  expect(screen.text()).toContain('What to do')
  expect(screen.text()).not.toContain('怎么解决')
  await phone().fail('errCode: -501000  | errMsg: FunctionName parameter could not be found.')
  expect(screen.text()).toContain('The environment has no such function')
})

test('settings shows the language that was chosen before', async () => {
  const before = await show<{ language: string }>(settings)
  await before.tap(english)
  const screen = await show<{ language: string }>(settings)
  expect(screen.data.language).toBe('en')
  expect(screen.text()).toContain('What to do')
})

test('settings says so if the choice cannot be kept', async () => {
  const screen = await show<{ language: string }>(settings)
  phone().wx.setStorageSync = () => {
    throw new Error('setStorageSync:fail exceed max size')
  }
  await screen.tap(english)
  expect(screen.data.language).toBe('zh')
  expect(screen.count('.problem')).toBe(1)
  expect(screen.text()).toContain('exceed max size')
})
