import { call } from '../../cloud/call'
import { toCloudError } from '../../cloud/cloud-error'
import { cloudState } from '../../cloud/init'
import { cardOf, type ErrorCard } from '../../components/error-card/card'

interface QrcodeData {
  /** The marks that a scene may hold. Here, since "&" needs escaping in some template engines and not in others. */
  marks: string
  scene: string
  loading: boolean
  /** Of the picture in cloud storage. */
  fileID: string
  error: ErrorCard | null
  pictureFailed: boolean
}

const data: QrcodeData = {
  marks: "!#$&'()*+,/:;=?@-._~",
  scene: 'from=qrcode',
  loading: false,
  fileID: '',
  error: null,
  pictureFailed: false,
}

Page({
  data,

  setScene(event: WechatMiniprogram.Input) {
    this.setData({ scene: event.detail.value })
  },

  async make() {
    // The button is off while a call is under way, but the keyboard's own button is not.
    if (this.data.loading) return
    this.setData({ loading: true, error: null, fileID: '', pictureFailed: false })
    try {
      const { envVersion } = cloudState()
      const { fileID } = await call(
        'qrcode',
        { scene: this.data.scene, envVersion },
        { idempotent: true, retries: 1 },
      )
      this.setData({ fileID })
    } catch (error) {
      this.setData({ error: cardOf(toCloudError(error)) })
    } finally {
      this.setData({ loading: false })
    }
  },

  failPicture() {
    this.setData({ pictureFailed: true })
  },
})
