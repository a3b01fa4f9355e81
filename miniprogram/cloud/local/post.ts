import { localCloud } from '../../env'
import { kitError } from '../cloud-error'

/** What the local cloud answers about data: one of the two. */
interface Answer {
  data?: unknown
  errCode?: number
  errMsg?: string
}

/**
 * Asks the local cloud. Whatever comes back with status 200 is its answer.
 *
 * Rejects with a `CloudError` `no-local-cloud` if nobody answers there, or somebody else; with what `wx.request` or
 * the local cloud says if the question is at fault.
 * https://developers.weixin.qq.com/miniprogram/dev/api/network/request/wx.request.html
 */
export function post<Reply>(path: string, data: object): Promise<Reply> {
  return new Promise((resolve, reject) => {
    wx.request({
      url: localCloud + path,
      method: 'POST',
      data,
      success({ statusCode, data: reply }) {
        const refusal = (reply as { error?: unknown } | null)?.error
        if (statusCode === 200) resolve(reply as Reply)
        else if (typeof refusal === 'string') reject(`local cloud: ${refusal}`)
        else reject(kitError('no-local-cloud', `${localCloud} answers with status ${statusCode}`))
      },
      fail({ errMsg }) {
        reject(
          /timeout|abort/.test(errMsg)
            ? errMsg
            : kitError('no-local-cloud', `Cannot reach ${localCloud}: ${errMsg}`),
        )
      },
    })
  })
}

/**
 * Asks for data, and rejects as `wx.cloud` does.
 *
 * @param api such as `collection.get`, for the text of an error
 */
export function ask<Data>(api: string, path: string, params: object): Promise<Data> {
  return post<Answer>(path, params).then(({ data, errCode, errMsg }) => {
    if (errCode !== undefined) throw { errCode, errMsg: `${api}:fail ${errMsg}` }
    return data as Data
  })
}
