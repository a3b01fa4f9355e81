import { call } from '../../cloud/call'
import { cloudState } from '../../cloud/init'
import { imageSource } from '../../cloud/storage'
import { attempt } from '../../components/error-card/attempt'
import type { ErrorCard } from '../../components/error-card/card'

interface QrcodeData {
  /** The marks that a scene may hold. Here, since "&" needs escaping in some template engines and not in others. */
  marks: string
  scene: string
  loading: boolean
  /** Of the picture in cloud storage. */
  fileID: string
  /** What shows it. */
  source: string
  error: ErrorCard | null
  pictureFailed: boolean
}

const data: QrcodeData = {
  marks: "!#$&'()*+,/:;=?@-._~",
  scene: 'from=qrcode',
  loading: false,
  fileID: '',
  source: '',
  error: null,
  pictureFailed: false,
}

Page({
  data,

  setScene(event: WechatMiniprogram.Input) {
    this.setData({ scene: event.detail.value })
  },

  make() {
    // The button is off while a call is under way, but the keyboard's own button is not.
    if (this.data.loading) return
    this.setData({ fileID: '', pictureFailed: false })
    return attempt(this, async () => {
      const { envVersion } = cloudState()
      const { fileID } = await call(
        'qrcode',
        { scene: this.data.scene, envVersion },
        { idempotent: true, retries: 1 },
      )
      this.setData({ fileID, source: await imageSource(fileID) })
    })
  },

  failPicture() {
    this.setData({ pictureFailed: true })
  },
})
