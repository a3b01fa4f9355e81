import { usePhone } from '../support/phone'
import { show } from '../support/screen'

const phone = usePhone({ env: 'your-env-id' })

test('home of a fresh fork says that no environment is configured, and how to get one', async () => {
  const screen = await show('pages/home/home')
  expect(screen.text()).toContain('未连接')
  expect(screen.text()).toContain('还没有配置云开发环境')
  expect(screen.text()).toContain('miniprogram/env.ts')
  expect(phone().requests).toEqual([])
})

test('home of a fresh fork does not offer to try again, which would not help', async () => {
  const screen = await show('pages/home/home')
  expect(screen.text()).not.toContain('重试')
})

test('home of a fresh fork speaks the language that was chosen in the settings meanwhile', async () => {
  const screen = await show('pages/home/home')
  phone().storage.set('adviceLanguage', 'en')
  await screen.run('onShow')
  expect(screen.text()).toContain('No cloud environment is configured')
})
