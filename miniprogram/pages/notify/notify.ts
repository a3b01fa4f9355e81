import { call } from '../../cloud/call'
import { toCloudError } from '../../cloud/cloud-error'
import { cloudState } from '../../cloud/init'
import { attempt } from '../../components/error-card/attempt'
import type { ErrorCard } from '../../components/error-card/card'
import { type Consent, readConsent } from './consent'
import { hintOf } from './not-ready'

type Action = 'load' | 'ask' | 'send'

interface NotifyData {
  /** What is under way, or was the last thing. */
  action: Action
  loading: boolean
  templateId: string
  consent: Consent | null
  text: string
  sent: boolean
  error: ErrorCard | null
  /** What to do about the error, where the page knows better than the card. */
  hint: string
}

const data: NotifyData = {
  action: 'load',
  loading: false,
  templateId: '',
  consent: null,
  text: '茶泡好了',
  sent: false,
  error: null,
  hint: '',
}

Page({
  data,

  onLoad() {
    return this.load()
  },

  /** Before the user taps: WeChat shows its window only if nothing is waited for between the tap and the question. */
  load() {
    return this.run('load', async () => {
      const { templateId } = await call('notify', { action: 'template' }, { idempotent: true, retries: 1 })
      this.setData({ templateId })
    })
  },

  ask() {
    return this.run('ask', async () => {
      const { templateId } = this.data
      this.setData({ consent: null, sent: false })
      const answers = await wx.requestSubscribeMessage({ tmplIds: [templateId] })
      this.setData({ consent: readConsent(answers[templateId]) })
    })
  },

  setText(event: WechatMiniprogram.Input) {
    this.setData({ text: event.detail.value })
  },

  send() {
    return this.run('send', async () => {
      this.setData({ sent: false })
      const { envVersion } = cloudState()
      // Not to be repeated by itself: each attempt that arrives uses up one consent.
      await call('notify', { action: 'send', text: this.data.text, envVersion })
      this.setData({ sent: true, consent: null })
    })
  },

  retry() {
    return this[this.data.action]()
  },

  /** One thing at a time. */
  async run(action: Action, task: () => Promise<void>) {
    if (this.data.loading) return
    this.setData({ action, hint: '' })
    const explained = () =>
      task().catch(error => {
        this.setData({ hint: hintOf(toCloudError(error).details) })
        throw error
      })
    await attempt(this, explained, { openapi: 'subscribeMessage.send' })
  },
})
