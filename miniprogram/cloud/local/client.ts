import type { CloudClient } from '../client'
import { localDatabase } from './database'
import { deleteFile, getTempFileURL, uploadFile } from './files'
import { post } from './post'

/**
 * The local cloud of `npm start` in the place of `wx.cloud`, for WeChat DevTools with any AppID: one for tests cannot
 * open the cloud. Answers and errors have the shapes of the real ones.
 */
export const localClient: CloudClient = {
  callFunction({ name, data, success, fail }) {
    post<{ errCode?: number; result?: unknown; requestID?: string }>('/client/callFunction', {
      name,
      data,
    }).then(reply => (reply.errCode === undefined ? success(reply) : fail(reply)), fail)
  },
  uploadFile,
  getTempFileURL,
  deleteFile,
  database: localDatabase,
}
