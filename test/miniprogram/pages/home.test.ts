import { usePhone } from '../support/phone'
import { show } from '../support/screen'

const phone = usePhone()
const home = 'pages/home/home'

test('home shows the environment and asks who the user is', async () => {
  const screen = await show(home)
  expect(screen.text()).toContain('开发版')
  expect(screen.text()).toContain('test-1a2b3c')
  expect(screen.text()).toContain('正在询问云函数')
  expect(phone().requests).toMatchObject([{ name: 'login', data: {} }])
  expect(phone().busy).toBe(true)
})

test('home shows the openid', async () => {
  const screen = await show<{ loading: boolean }>(home)
  await phone().answer({ ok: true, data: { openid: 'o-42' } })
  expect(screen.text()).toContain('o-42')
  expect(screen.data.loading).toBe(false)
  expect(phone().busy).toBe(false)
})

test('home shows why the login failed, and tries again', async () => {
  const screen = await show<{ loading: boolean }>(home)
  await phone().fail(
    'cloud.callFunction:fail Error: errCode: -501000  | errMsg: FunctionName parameter could not be found.',
  )
  expect(screen.data.loading).toBe(false)
  expect(screen.text()).toContain('-501000')
  expect(screen.text()).toContain('这个环境里没有该云函数')
  await screen.tap('.problem', '.again')
  expect(phone().requests).toHaveLength(2)
  await phone().answer({ ok: true, data: { openid: 'o-42' } })
  expect(screen.text()).toContain('o-42')
  expect(screen.count('.problem')).toBe(0)
})

test('home lists the samples with a line each, and the settings', async () => {
  const screen = await show<{ samples: { url: string; name: string; text: string }[] }>(home)
  expect(screen.count('.sample')).toBe(screen.data.samples.length + 1)
  expect(screen.text()).toContain('设置')
  for (const { name, text } of screen.data.samples) {
    expect(screen.text()).toContain(name)
    expect(screen.text()).toContain(text)
  }
})
