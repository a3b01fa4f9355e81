import { settled } from '../support/call-host'
import { usePhone } from '../support/phone'
import { show } from '../support/screen'

const phone = usePhone({ env: 'local' })

interface Request {
  success(answer: { statusCode: number; data: unknown }): void
  fail(error: { errMsg: string }): void
}
let requests: Request[]
beforeEach(() => {
  requests = []
  Object.assign(phone().wx, { request: (request: Request) => requests.push(request) })
})

test('home of a fresh fork asks the local cloud, and says how to start it if it does not run', async () => {
  const screen = await show('pages/home/home')
  expect(screen.text()).toContain('local')
  requests[0]?.fail({ errMsg: 'request:fail errcode:-102 error_msg:net::ERR_CONNECTION_REFUSED' })
  await settled()
  expect(screen.text()).toContain('连不上本机的云')
  expect(screen.text()).toContain('npm ci && npm start')
  expect(requests).toHaveLength(1)

  await screen.tap('.problem', '.again')
  requests[1]?.success({ statusCode: 200, data: { result: { ok: true, data: { openid: 'oLOCAL' } } } })
  await settled()
  expect(screen.text()).toContain('oLOCAL')
  expect(screen.count('.problem')).toBe(0)
  expect(phone().requests).toEqual([])
})
