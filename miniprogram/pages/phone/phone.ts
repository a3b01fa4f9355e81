import { call } from '../../cloud/call'
import { toCloudError } from '../../cloud/cloud-error'
import { attempt } from '../../components/error-card/attempt'
import type { ErrorCard } from '../../components/error-card/card'

/** What the button brings: a code if the user agreed, else only a text that says why not. */
type Answer = WechatMiniprogram.CustomEvent<{ code?: string; errMsg?: string }>

interface PhoneData {
  loading: boolean
  /** With its middle hidden. */
  number: string
  refused: boolean
  error: ErrorCard | null
}

const data: PhoneData = { loading: false, number: '', refused: false, error: null }

Page({
  data,

  async receive({ detail }: Answer) {
    if (this.data.loading) return
    this.setData({ number: '', refused: false, error: null })
    const { code, errMsg } = detail
    if (!code && /\b(?:deny|cancel)\b/.test(errMsg ?? '')) {
      this.setData({ refused: true })
      return
    }
    const run = async () => {
      if (!code) throw toCloudError(detail)
      // A code is good for one call: repeating it would fail.
      const { number } = await call('phone', { code })
      this.setData({ number })
    }
    await attempt(this, run, { openapi: 'phonenumber.getPhoneNumber' })
  },
})
