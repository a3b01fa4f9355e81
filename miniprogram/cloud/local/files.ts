import type { StorageHost } from '../storage'
import { ask } from './post'

type UploadFile = StorageHost['uploadFile']

interface FileAnswer {
  code: string
  fileID: string
  tempFileURL?: string
}

const PATH = '/client/storage'
const statuses: Readonly<Record<string, number>> = {
  SUCCESS: 0,
  STORAGE_EXCEED_AUTHORITY: -503002,
  STORAGE_FILE_NONEXIST: -503003,
}

/** The local cloud says first where a file is to be sent. */
export const uploadFile: UploadFile = ({ cloudPath, filePath, success, fail }) => {
  let onProgress: Parameters<ReturnType<UploadFile>['onProgressUpdate']>[0] = () => {}
  let isAborted = false
  let abort = () => {
    isAborted = true
    fail({ errMsg: 'cloud.uploadFile:fail abort' })
  }
  ask<{ url: string; token: string; fileId: string }>('cloud.uploadFile', PATH, {
    action: 'storage.getUploadMetadata',
    path: cloudPath,
  }).then(({ url, token, fileId }) => {
    if (isAborted) return
    const task = wx.uploadFile({
      url,
      filePath,
      name: 'file',
      header: { 'x-cos-security-token': token },
      success({ statusCode, data }) {
        if (statusCode === 200) success({ fileID: fileId })
        else fail({ errMsg: `cloud.uploadFile:fail ${data}` })
      },
      fail,
    })
    task.onProgressUpdate(onProgress)
    abort = () => task.abort()
  }, fail)
  return {
    onProgressUpdate(listener) {
      onProgress = listener
    },
    abort: () => abort(),
  }
}

export const getTempFileURL: StorageHost['getTempFileURL'] = ({ fileList }) =>
  ask<{ download_list: FileAnswer[] }>('cloud.getTempFileURL', PATH, {
    action: 'storage.batchGetDownloadUrl',
    file_list: fileList.map(fileid => ({ fileid })),
  }).then(({ download_list }) => ({ fileList: download_list.map(statusOf) }))

export const deleteFile: StorageHost['deleteFile'] = ({ fileList }) =>
  ask<{ delete_list: FileAnswer[] }>('cloud.deleteFile', PATH, {
    action: 'storage.batchDeleteFile',
    fileid_list: fileList,
  }).then(({ delete_list }) => ({ fileList: delete_list.map(statusOf) }))

function statusOf({ code, fileID, tempFileURL = '' }: FileAnswer) {
  return { fileID, tempFileURL, status: statuses[code] ?? -1, errMsg: code }
}
