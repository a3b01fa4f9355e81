import { usePhone } from '../support/phone'
import { show } from '../support/screen'

const phone = usePhone()
const permission = 'pages/permission/permission'
const missing =
  'cloud.callFunction:fail Error: errCode: -504002 functions execute fail | errMsg: Error: errCode: -604101 function has no permission to call this API | errMsg: system error: error code: -604101'

interface PermissionData {
  allowed: { loading: boolean; result: string }
  withheld: { loading: boolean; result: string }
}

const [allowed, withheld] = ['.button', '.button-quiet']

test('permission shows that the allowed call succeeds', async () => {
  const screen = await show<PermissionData>(permission)
  await screen.tap(allowed)
  expect(phone().requests[0]?.name).toBe('qrcode')
  expect(screen.data.allowed.loading).toBe(true)
  await phone().answer({ ok: true, data: { fileID: 'cloud://x' } })
  expect(screen.text()).toContain('调用成功')
  expect(screen.text()).toContain('cloud://x')
  expect(screen.data.allowed.loading).toBe(false)
})

test('permission shows transport, cause, steps and JSON of the withheld call', async () => {
  const screen = await show<PermissionData>(permission)
  await screen.tap(withheld)
  expect(phone().requests[0]?.name).toBe('withheld')
  await phone().fail(missing)
  expect(screen.data.withheld.loading).toBe(false)
  const text = screen.text()
  expect(text).toMatch(/-504002.*云函数执行失败.*-604101.*云函数没有调用此 openapi 的权限/s)
  expect(text).toContain('cloudfunctions/withheld/config.json')
  expect(text).toMatch(/"openapi": \[\s*"wxacode\.get"\s*\]/)
  expect(text).toMatch(/10 分钟/)
  expect(text).toMatch(/本地调试不校验/)
})

test('permission tries the withheld call again', async () => {
  const screen = await show<PermissionData>(permission)
  await screen.tap(withheld)
  await phone().fail(missing)
  await screen.tap('.problem', '.again')
  expect(phone().requests).toHaveLength(2)
  expect(screen.count('.problem')).toBe(0)
})

test('permission says what it means if the withheld call succeeds', async () => {
  const screen = await show<PermissionData>(permission)
  await screen.tap(withheld)
  await phone().answer({ ok: true, data: { bytes: 1234 } })
  expect(screen.text()).toContain('1234 字节')
  expect(screen.text()).toContain('本地调试')
})

test('permission keeps the two calls apart', async () => {
  const screen = await show<PermissionData>(permission)
  await screen.tap(withheld)
  await phone().fail(missing)
  await screen.tap(allowed)
  expect(screen.count('.problem')).toBe(1)
  await phone().fail('errCode: -504003  | errMsg: Invoking task timed out after 3 seconds')
  expect(screen.data.allowed.loading).toBe(true)
})
