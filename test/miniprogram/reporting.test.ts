import { kitError } from '../../miniprogram/cloud/cloud-error'
import { cardOf } from '../../miniprogram/components/error-card/card'
import { usePhone } from './support/phone'

const phone = usePhone()

beforeEach(async () => {
  jest.useFakeTimers()
  Object.assign(phone().wx, { getSystemInfoSync: () => ({ SDKVersion: '3.8.0', system: 'iOS 18.1' }) })
  const getCurrentPages = () => [{ route: 'pages/home/home' }, { route: 'pages/qrcode/qrcode' }]
  // WeChat gives the app to `App`; here it is launched at once.
  const App = ({ onLaunch }: { onLaunch(): void }) => onLaunch()
  Object.assign(globalThis, { App, getCurrentPages })
  await import('../../miniprogram/app')
})
afterEach(() => {
  jest.useRealTimers()
})

test('every error that becomes a card is reported, with where it happened, and without a loop', async () => {
  cardOf(kitError('timeout', 'first', { functionName: 'qrcode' }))
  cardOf(kitError('bad-reply', 'second'))
  cardOf(kitError('timeout', 'shown to explain'), { isExample: true })
  expect(phone().requests).toEqual([])

  await jest.advanceTimersByTimeAsync(2000)
  const common = {
    page: 'pages/qrcode/qrcode',
    envVersion: 'develop',
    sdkVersion: '3.8.0',
    system: 'iOS 18.1',
  }
  expect(phone().requests).toMatchObject([
    {
      name: 'cloudLog',
      data: {
        reports: [
          { code: 'timeout', message: 'first', functionName: 'qrcode', ...common },
          { code: 'bad-reply', message: 'second', ...common },
        ],
      },
    },
  ])
  expect(phone().busy).toBe(false)

  phone().requests[0]?.fail({
    errCode: -501000,
    errMsg: 'errCode: -501000  | errMsg: FunctionName not found',
  })
  await jest.advanceTimersByTimeAsync(600_000)
  expect(phone().requests).toHaveLength(1)
})
