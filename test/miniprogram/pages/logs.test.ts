import { usePhone } from '../support/phone'
import { show } from '../support/screen'

const phone = usePhone()
const logs = 'pages/logs/logs'
const cause = {
  code: '-604101',
  functionName: 'withheld',
  count: 3,
  users: 2,
  lastAt: 1_795_000_000_000,
  message: 'no',
}

interface LogsData {
  loading: boolean
}

test('logs shows each cause, with what it means', async () => {
  const screen = await show<LogsData>(logs)
  expect(phone().requests).toMatchObject([{ name: 'logs', data: {} }])
  expect(screen.text()).toContain('正在查询')
  await phone().answer({
    ok: true,
    data: { causes: [cause, { ...cause, code: 'not-found', functionName: '' }] },
  })
  expect(screen.count('.cause')).toBe(2)
  expect(screen.text()).toMatch(
    /3 次.*2 位用户.*没有调用此 openapi 的权限.*-604101 withheld.*内容不存在.*not-found/s,
  )
})

test('logs says that there was no error', async () => {
  const screen = await show<LogsData>(logs)
  await phone().answer({ ok: true, data: { causes: [] } })
  expect(screen.text()).toContain('这七天没有错误')
})

test('logs tells who is no administrator, and tries again', async () => {
  const screen = await show<LogsData>(logs)
  await phone().answer({ ok: false, error: { code: 'permission-denied', message: 'ADMIN_OPENIDS' } })
  expect(screen.text()).toContain('你没有权限这样做')
  expect(screen.data.loading).toBe(false)
  await screen.tap('.problem', '.again')
  expect(phone().requests).toHaveLength(2)
})

test('logs begins anew when it is pulled down', async () => {
  let pullsDone = 0
  Object.assign(phone().wx, { stopPullDownRefresh: () => pullsDone++ })
  const screen = await show<LogsData>(logs)
  await phone().answer({ ok: true, data: { causes: [] } })
  await screen.run('onPullDownRefresh')
  await phone().answer({ ok: true, data: { causes: [cause] } })
  expect(screen.count('.cause')).toBe(1)
  expect(pullsDone).toBe(1)
})
