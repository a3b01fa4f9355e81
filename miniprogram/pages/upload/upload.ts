import { call } from '../../cloud/call'
import { removeFile, startUpload, temporaryUrl, type Upload } from '../../cloud/storage'
import { attempt } from '../../components/error-card/attempt'
import type { ErrorCard } from '../../components/error-card/card'
import { choosePicture, compressed, randomBytes } from './phone-files'
import { checkSize, pathOf, sizeText, typeOf } from './picture'

type Action = 'choose' | 'load' | 'remove'

interface UploadData {
  /** What is under way, or was the last thing. */
  action: Action
  loading: boolean
  /** Of the upload, in percent; -1 while there is none. */
  progress: number
  /** What came of it, in words. */
  note: string
  /** Of the file in cloud storage. */
  fileID: string
  size: string
  /** Temporary address of the file. */
  url: string
  /** The user has gone: what is still under way is of no use any more. */
  isLeft: boolean
  error: ErrorCard | null
}

const data: UploadData = {
  action: 'choose',
  loading: false,
  progress: -1,
  note: '',
  fileID: '',
  size: '',
  url: '',
  isLeft: false,
  error: null,
}

/** The one that can be cancelled; a user sees one such page at a time. */
let underWay: Upload | undefined

Page({
  data,

  onUnload() {
    this.setData({ isLeft: true })
    underWay?.cancel()
  },

  async choose() {
    const before = this.data.fileID
    await this.run('choose', async () => {
      const chosen = await choosePicture()
      if (chosen === undefined) return
      const type = typeOf(chosen)
      const { path, bytes } = await compressed(chosen, type)
      checkSize(bytes)
      const { openid } = await call('login', {}, { idempotent: true, retries: 1 })
      const cloudPath = pathOf(openid, await randomBytes(16), type)
      const fileID = await this.send(cloudPath, path)
      this.setData(fileID ? { fileID, size: sizeText(bytes), url: '' } : { note: '已取消上传。' })
      if (fileID && before) drop(before)
    })
    if (this.data.fileID !== before) await this.load()
  },

  async send(cloudPath: string, filePath: string) {
    if (this.data.isLeft) return
    this.setData({ progress: 0 })
    underWay = startUpload({ cloudPath, filePath }, progress => this.setData({ progress }))
    try {
      const fileID = await underWay.result
      if (!fileID || !this.data.isLeft) return fileID
      drop(fileID)
    } finally {
      underWay = undefined
      this.setData({ progress: -1 })
    }
  },

  cancel() {
    underWay?.cancel()
  },

  load() {
    return this.run('load', async () => {
      this.setData({ url: await temporaryUrl(this.data.fileID) })
    })
  },

  remove() {
    return this.run('remove', async () => {
      await removeFile(this.data.fileID)
      this.setData({ fileID: '', url: '', note: '已从云存储删除。' })
    })
  },

  retry() {
    return this[this.data.action]()
  },

  /** One thing at a time. */
  async run(action: Action, task: () => Promise<void>) {
    if (this.data.loading) return
    this.setData({ action, note: '' })
    await attempt(this, task)
  },
})

/** Removes a file that nobody waits for: a failure would be of no use to the user. */
function drop(fileID: string) {
  removeFile(fileID).catch(() => {})
}
