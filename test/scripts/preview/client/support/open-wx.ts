import { createWx } from '../../../../../scripts/preview/client/wx'
import { type FakePhone, fakePhone } from './fake-phone'

export interface OpenWx {
  // biome-ignore lint/suspicious/noExplicitAny: as a page without types uses it
  wx: any
  phone: FakePhone
  /** Chooses the user, as the panel does. */
  setOpenid(openid: string | undefined): void
}

/** A `wx` on a phone of its own. */
export function openWx(): OpenWx {
  const phone = fakePhone()
  let user: string | undefined
  const wx = createWx(phone, phone.report, {
    appid: 'wx0123456789abcdef',
    environments: ['own-env-1'],
    pages: ['pages/home/home'],
    launch: { path: 'pages/home/home', query: { from: 'test' } },
    openid: () => user,
  })
  return {
    wx,
    phone,
    setOpenid(openid) {
      user = openid
    },
  }
}

// biome-ignore lint/suspicious/noExplicitAny: tests look at whatever came
type Received = any

interface Outcome {
  fail(error: Received): void
  success(result: Received): void
}

/** What `fail` receives. */
export function failure(call: (callbacks: Outcome) => unknown): Promise<Received> {
  return new Promise((resolve, reject) => {
    call({ fail: resolve, success: result => reject(new Error(`it succeeded: ${JSON.stringify(result)}`)) })
  })
}
