// Each expression must compile, or fail where it says so: this file is compiled, never run.
import type { Equal, Expect } from '../expect'

wx.cloud.init({ env: { database: 'a', functions: 'b', storage: 'c' }, traceUser: true })
wx.cloud.init({ env: 'a' })
// @ts-expect-error: an environment is named by a string
wx.cloud.init({ env: 1 })

wx.cloud.callFunction({
  name: 'login',
  success: ({ requestID, result }) => [requestID.length, result],
  fail: error => error.errCode.toFixed(),
})
wx.cloud.callFunction<{ openid: string }>({
  name: 'login',
  success: ({ result }) => result.openid.length,
})
const answer = wx.cloud.callFunction<{ openid: string }>({ name: 'login' })
export type AnswerIsTyped = Expect<Equal<Awaited<typeof answer>['result'], { openid: string }>>
// @ts-expect-error: a call names its function
wx.cloud.callFunction({ data: {} })

const other = new wx.cloud.Cloud({ resourceAppid: 'wx1', resourceEnv: 'a' })
export type InitIsAwaited = Expect<Equal<ReturnType<typeof other.init>, Promise<void>>>
other.callFunction({ name: 'login', fail: error => error.errMsg })
// @ts-expect-error: the environment is required
new wx.cloud.Cloud({})

const collection = wx.cloud.database().collection('guestbook')
collection
  .where({ _openid: '{openid}' })
  .update({ data: { read: true } })
  .then(({ stats }) => stats.updated)
collection
  .where({ _openid: '{openid}' })
  .remove()
  .then(({ stats }) => stats.removed)
