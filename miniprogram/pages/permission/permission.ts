import { call } from '../../cloud/call'
import { toCloudError } from '../../cloud/cloud-error'
import { cloudState } from '../../cloud/init'
import { cardOf, type ErrorCard } from '../../components/error-card/card'

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

  async callAllowed() {
    this.setData({ allowed: { ...idle, loading: true } })
    try {
      const { envVersion } = cloudState()
      const { fileID } = await call(
        'qrcode',
        { scene: 'permission', envVersion },
        { idempotent: true, retries: 1 },
      )
      this.setData({ 'allowed.result': fileID })
    } catch (error) {
      this.setData({ 'allowed.error': cardOf(toCloudError(error), { openapi: 'wxacode.getUnlimited' }) })
    } finally {
      this.setData({ 'allowed.loading': false })
    }
  },

  async callWithheld() {
    this.setData({ withheld: { ...idle, loading: true } })
    try {
      const { bytes } = await call('withheld')
      this.setData({ 'withheld.result': `${bytes} 字节` })
    } catch (error) {
      this.setData({ 'withheld.error': cardOf(toCloudError(error), { openapi: 'wxacode.get' }) })
    } finally {
      this.setData({ 'withheld.loading': false })
    }
  },
})
