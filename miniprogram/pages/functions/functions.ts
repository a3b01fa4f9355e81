import type { Contract } from '../../../cloudfunctions/contract'
import { call } from '../../cloud/call'
import { adviceLanguage } from '../../cloud/language'
import { attempt } from '../../components/error-card/attempt'
import type { ErrorCard } from '../../components/error-card/card'
import { shortTime } from '../../format/short-time'

type Reply = Contract['functionList']['output']
type Deployed = Reply['functions'][number]

interface Row extends Deployed {
  tone: string
  label: string
  words: string
  when: string
}

const tags = {
  failed: { tone: 'bad', label: '失败' },
  busy: { tone: 'warn', label: '处理中' },
  active: { tone: 'good', label: '正常' },
}

const data: { loading: boolean; summary: string; rows: Row[]; error: ErrorCard | null } = {
  loading: false,
  summary: '',
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
      const reply = await call('functionList', {}, { idempotent: true })
      this.setData({ summary: summaryOf(reply), rows: reply.functions.map(toRow) })
    })
  },
})

function summaryOf({ functions, counts: { failed, busy, active } }: Reply): string {
  const total = failed + busy + active
  if (!total) return '这个环境里还没有云函数。'
  const shown = functions.length
  return `共 ${total} 个云函数${failed ? `，失败 ${failed} 个` : ''}${busy ? `，处理中 ${busy} 个` : ''}${shown < total ? `，只列出 ${shown} 个` : ''}`
}

function toRow(deployed: Deployed): Row {
  const { state, explanation, modifiedAt } = deployed
  const words = state === 'active' ? '' : explanation[adviceLanguage()]
  return Object.assign({ words, when: shortTime(modifiedAt) }, tags[state], deployed)
}
