import { call } from '../../cloud/call'
import { cloudState } from '../../cloud/init'
import { attempt } from '../../components/error-card/attempt'
import type { ErrorCard } from '../../components/error-card/card'

interface Attempt {
  loading: boolean
  /** What came of it; empty before and after a failure. */
  result: string
  error: ErrorCard | null
}

const idle: Attempt = { loading: false, result: '', error: null }
const data: { allowed: Attempt; withheld: Attempt } = { allowed: idle, withheld: idle }

/** The two calls differ in one thing only: whether the function's config.json lists the openapi. */
Page({
  data,

  callAllowed() {
    this.setData({ 'allowed.result': '' })
    const run = async () => {
      const { envVersion } = cloudState()
      const { fileID } = await call(
        'qrcode',
        { scene: 'permission', envVersion },
        { idempotent: true, retries: 1 },
      )
      this.setData({ 'allowed.result': fileID })
    }
    return attempt(this, run, { place: 'allowed.', openapi: 'wxacode.getUnlimited' })
  },

  callWithheld() {
    this.setData({ 'withheld.result': '' })
    const run = async () => {
      const { bytes } = await call('withheld')
      this.setData({ 'withheld.result': `${bytes} 字节` })
    }
    return attempt(this, run, { place: 'withheld.', openapi: 'wxacode.get' })
  },
})
