import { ApiFailure, answer, asyncApi, hasCallbacks, type Options, settle, textOption } from '../api'
import type { TempFiles } from '../files/temp-files'
import { ownAddress } from '../network/address'
import type { LocalCloud } from '../network/local-cloud'

const PATH = '/client/storage'
/** https://developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloud/reference/errcode */
const STATUS: Readonly<Record<string, number>> = {
  SUCCESS: 0,
  STORAGE_EXCEED_AUTHORITY: -503002,
  STORAGE_FILE_NONEXIST: -503003,
}

interface FileAnswer {
  code: string
  fileID: string
  tempFileURL?: string
  maxAge?: number
}

type Ask = <Data>(path: string, json: object) => Promise<Data>

/** The storage part of `wx.cloud`. Each file of a list has a status of its own. */
export function cloudStorage(cloud: LocalCloud, files: TempFiles, ask: Ask) {
  const addresses = (list: readonly unknown[]) =>
    ask<{ download_list: FileAnswer[] }>(PATH, {
      action: 'storage.batchGetDownloadUrl',
      file_list: list.map(item => {
        const { fileID, maxAge } =
          typeof item === 'object' && item !== null ? (item as FileAnswer) : { fileID: item }
        return { fileid: fileID, ...(maxAge === undefined ? {} : { max_age: maxAge }) }
      }),
    })

  const one = async (fileID: string): Promise<string> => {
    const file = (await addresses([fileID])).download_list[0]
    if (file?.code === 'SUCCESS' && file.tempFileURL) return ownAddress(file.tempFileURL)
    throw codeFailure(file?.code ?? 'STORAGE_FILE_NONEXIST')
  }

  return {
    /** Where the content of a file lies, on the preview's own origin. @throws ApiFailure */
    addressOf: one,
    apis: {
      uploadFile(options: Options = {}) {
        let abort = () => {}
        let isAborted = false
        const listeners = new Set<(event: object) => void>()
        const run = async () => {
          const cloudPath = textOption(options, 'cloudPath')
          const { blob } = files.get(textOption(options, 'filePath'))
          const target = await ask<{ url: string; token: string; fileId: string }>(PATH, {
            action: 'storage.getUploadMetadata',
            path: cloudPath,
          })
          if (isAborted) throw new ApiFailure('abort')
          const task = cloud.send({
            method: 'PUT',
            url: ownAddress(target.url),
            header: { 'X-Cos-Security-Token': target.token },
            body: blob,
            onUploaded(totalBytesSent, totalBytesExpectedToSend) {
              const progress = Math.floor((totalBytesSent / totalBytesExpectedToSend) * 100)
              for (const listener of listeners)
                listener({ progress, totalBytesSent, totalBytesExpectedToSend })
            },
          })
          abort = task.abort
          const { statusCode, body } = await task.answer
          if (statusCode !== 200) throw new ApiFailure(new TextDecoder().decode(body))
          return { fileID: target.fileId, statusCode }
        }
        // in words of the real one, which leaves "cloud." out where it succeeds
        const done = settle('cloud.uploadFile', run, options).then(result => ({
          ...result,
          errMsg: 'uploadFile:ok',
        }))
        if (!hasCallbacks(options)) return done
        answer(done, options)
        return {
          abort() {
            isAborted = true
            abort()
          },
          onProgressUpdate: (listener: (event: object) => void) => void listeners.add(listener),
          offProgressUpdate: (listener: (event: object) => void) => void listeners.delete(listener),
        }
      },
      getTempFileURL: asyncApi('cloud.getTempFileURL', async options => {
        const { download_list } = await addresses(listOption(options))
        return {
          fileList: download_list.map(file => ({ ...statusOf(file), tempFileURL: file.tempFileURL ?? '' })),
        }
      }),
      deleteFile: asyncApi('cloud.deleteFile', async options => {
        const { delete_list } = await ask<{ delete_list: FileAnswer[] }>(PATH, {
          action: 'storage.batchDeleteFile',
          fileid_list: listOption(options),
        })
        return { fileList: delete_list.map(statusOf) }
      }),
      downloadFile: asyncApi('cloud.downloadFile', async options => {
        const url = await one(textOption(options, 'fileID'))
        const { statusCode, body, header } = await cloud.send({ method: 'GET', url, header: {} }).answer
        if (statusCode !== 200) throw new ApiFailure(new TextDecoder().decode(body))
        const blob = new Blob([body], { type: header['content-type'] ?? '' })
        return { tempFilePath: files.add(blob, url.split('?')[0]), statusCode }
      }),
    },
  }
}

function statusOf({ code, fileID }: FileAnswer) {
  const status = STATUS[code] ?? -1
  return { fileID, status, errMsg: status === 0 ? 'ok' : code }
}

function codeFailure(code: string): ApiFailure {
  return new ApiFailure(`errCode: ${STATUS[code] ?? -1}  | errMsg: ${code}`, { errCode: STATUS[code] ?? -1 })
}

function listOption({ fileList }: Options): unknown[] {
  if (Array.isArray(fileList)) return fileList
  throw new ApiFailure(`parameter error: parameter.fileList should be Array instead of ${typeof fileList};`)
}
