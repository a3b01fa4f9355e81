import { cloudClient } from './client'
import { toCloudError } from './cloud-error'
import { cloudState } from './init'

/** How far an upload is, in percent. */
interface Progress {
  progress: number
}

/** What is needed of the task that `wx.cloud.uploadFile` returns. */
interface UploadTask {
  onProgressUpdate(listener: (progress: Progress) => void): void
  abort(): void
}

interface FileStatus {
  /** 0, or the code of what went wrong with this file. */
  status: number
  errMsg: string
}

/** What is needed of `wx.cloud`. */
export interface StorageHost {
  uploadFile(request: {
    cloudPath: string
    filePath: string
    success(result: { fileID: string }): void
    fail(error: unknown): void
  }): UploadTask
  getTempFileURL(request: {
    fileList: string[]
  }): Promise<{ fileList: (FileStatus & { tempFileURL: string })[] }>
  deleteFile(request: { fileList: string[] }): Promise<{ fileList: FileStatus[] }>
}

/** An upload under way. */
export interface Upload {
  /** The file id, or undefined if the upload was cancelled. Rejects with a `CloudError`. */
  readonly result: Promise<string | undefined>
  /** Ends it at once. What arrived in the cloud all the same is deleted again. */
  cancel(): void
}

/**
 * Sends a file of the phone to cloud storage.
 *
 * @param onProgress gets whole percents, each once
 * https://developers.weixin.qq.com/miniprogram/dev/api/network/upload/UploadTask.html
 */
export function startUpload(
  file: { cloudPath: string; filePath: string },
  onProgress: (percent: number) => void,
  host: StorageHost = cloudClient(),
): Upload {
  let cancelled = false
  let cancel = () => {}
  const result = new Promise<string | undefined>((resolve, reject) => {
    const task = host.uploadFile({
      cloudPath: file.cloudPath,
      filePath: file.filePath,
      success({ fileID }) {
        // The abort came too late. Whoever cancelled waits for nothing more, so a failure here is of no use to them.
        if (cancelled) host.deleteFile({ fileList: [fileID] }).catch(() => {})
        else resolve(fileID)
      },
      fail: error => reject(toCloudError(error)),
    })
    let shown = -1
    task.onProgressUpdate(({ progress }) => {
      const percent = Math.floor(progress)
      if (cancelled || percent === shown) return
      shown = percent
      onProgress(percent)
    })
    cancel = () => {
      cancelled = true
      resolve(undefined)
      task.abort()
    }
  })
  return { result, cancel: () => cancel() }
}

/**
 * An address that shows the file for a while, without the SDK.
 *
 * @throws {CloudError} for example -503003, if there is no such file
 */
export function temporaryUrl(fileID: string, host: StorageHost = cloudClient()): Promise<string> {
  const answer = host.getTempFileURL({ fileList: [fileID] })
  return answer.catch(fail).then(({ fileList }) => fine(fileList[0]).tempFileURL)
}

/**
 * What an `<image>` shows of a file in cloud storage: WeChat knows file ids, but not those of the local cloud.
 *
 * @throws {CloudError} as `temporaryUrl`
 */
export function imageSource(fileID: string): Promise<string> {
  const state = cloudState()
  return state.ok && state.isLocal ? temporaryUrl(fileID) : Promise.resolve(fileID)
}

/** @throws {CloudError} for example -503002, if the file is somebody else's */
export function removeFile(fileID: string, host: StorageHost = cloudClient()): Promise<void> {
  const answer = host.deleteFile({ fileList: [fileID] })
  return answer.catch(fail).then(({ fileList }) => void fine(fileList[0]))
}

/** A call about a list of files succeeds even if each single one of them failed. */
function fine<Item extends FileStatus>(item: Item | undefined): Item {
  if (item?.status === 0) return item
  throw toCloudError(
    item ? { errCode: item.status, errMsg: item.errMsg } : 'The cloud said nothing of the file',
  )
}

function fail(error: unknown): never {
  throw toCloudError(error)
}
