import { toCloudError } from './cloud-error'

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
  host: StorageHost = wx.cloud,
): Upload {
  let cancelled = false
  let cancel = () => {}
  const result = new Promise<string | undefined>((resolve, reject) => {
    const task = host.uploadFile({
      ...file,
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
export async function temporaryUrl(fileID: string, host: StorageHost = wx.cloud): Promise<string> {
  const { fileList } = await host.getTempFileURL({ fileList: [fileID] }).catch(fail)
  return fine(fileList[0]).tempFileURL
}

/** @throws {CloudError} for example -503002, if the file is somebody else's */
export async function removeFile(fileID: string, host: StorageHost = wx.cloud): Promise<void> {
  const { fileList } = await host.deleteFile({ fileList: [fileID] }).catch(fail)
  fine(fileList[0])
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
