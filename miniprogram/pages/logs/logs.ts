import type { Contract } from '../../../cloudfunctions/contract'
import { call } from '../../cloud/call'
import { type ErrorCode, explainCode } from '../../cloud/error-codes'
import { adviceLanguage } from '../../cloud/language'
import { attempt } from '../../components/error-card/attempt'
import type { ErrorCard } from '../../components/error-card/card'
import { shortTime } from '../../format/short-time'

type Cause = Contract['logs']['output']['causes'][number]

interface Row extends Cause {
  key: string
  meaning: string
  when: string
}

const data: { loading: boolean; rows: Row[]; error: ErrorCard | null } = {
  loading: false,
  rows: [],
  error: null,
}

Page({
  data,

  onLoad() {
    return this.load()
  },

  async onPullDownRefresh() {
    await this.load()
    wx.stopPullDownRefresh()
  },

  load() {
    if (this.data.loading) return
    return attempt(this, async () => {
      const { causes } = await call('logs', {}, { idempotent: true, retries: 1 })
      this.setData({ rows: causes.map(toRow) })
    })
  },
})

function toRow(cause: Cause): Row {
  const { code, functionName, message, lastAt } = cause
  const known = (/^-?\d+$/.test(code) ? Number(code) : code) as ErrorCode
  return Object.assign(
    {
      key: `${code} ${functionName}`,
      meaning: explainCode(known, message).meaning[adviceLanguage()],
      when: shortTime(lastAt),
    },
    cause,
  )
}
