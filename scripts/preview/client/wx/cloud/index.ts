import { ADDRESSES } from '../../addresses'
import type { Report } from '../../phone'
import { ApiFailure, answer, hasCallbacks, type Options } from '../api'
import type { TempFiles } from '../files/temp-files'
import { guardMembers } from '../guard-members'
import type { LocalCloud } from '../network/local-cloud'
import { cloudStorage } from './storage'

/** Makes `wx.cloud.database()`. It is a script of its own, for it is large and many mini programs never use it. */
export type OpenDatabase = (
  /** Asks the local cloud; rejects with an `ApiFailure` whose text stands behind the name of an API. */
  ask: (params: object) => Promise<unknown>,
) => object

declare global {
  /** Set by the script `wx/cloud/database.ts`, where it is loaded. */
  var openCloudDatabase: OpenDatabase | undefined
}

export interface Cloud {
  /** `wx.cloud` */
  readonly api: object
  /** See `Services.resolveSource`. */
  addressOf(fileID: string): Promise<string>
}

/**
 * https://developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloud/reference-sdk-api/Cloud.html
 *
 * @param environments ids that mean the local cloud, whatever it calls itself
 */
export function createCloud(
  cloud: LocalCloud,
  files: TempFiles,
  report: Report,
  environments: readonly string[],
): Cloud {
  let env: unknown
  let isStarted = false

  const ask = async <Data>(path: string, json: object): Promise<Data> => {
    const { data, errCode, errMsg } = await cloud.post(path, json)
    if (errCode !== undefined) throw new ApiFailure(String(errMsg), { errCode })
    return data as Data
  }
  const storage = cloudStorage(cloud, files, ask)

  /** In the words of the base library. */
  const started = <Args extends unknown[], Result>(run: (...args: Args) => Result) => {
    return (...args: Args): Result => {
      if (!isStarted) throw new Error("Cloud API isn't enabled, please call wx.cloud.init first")
      return run(...args)
    }
  }

  const callFunction = async (options: Options): Promise<object> => {
    const name = options.name
    if (typeof name !== 'string' || name === '')
      throw {
        errMsg: 'cloud.callFunction:fail parameter error: parameter.name should be String;',
        errCode: -1,
      }
    const { config = {}, data = {} } = options
    const chosen = (config as { env?: unknown }).env ?? env
    const isOwn = chosen === undefined || environments.includes(chosen as string)
    const json = { name, data, config: isOwn ? {} : { env: chosen } }
    const reply = await cloud.post('/client/callFunction', json).catch((error: Error) => {
      throw { errCode: -1, errMsg: `cloud.callFunction:fail ${error.message}` }
    })
    if (reply.errCode !== undefined) throw reply
    return reply
  }

  const members = {
    init(options: { env?: unknown } = {}) {
      if (isStarted) return
      isStarted = true
      // the form with an environment for each service is no longer documented
      env = typeof options.env === 'string' ? options.env : undefined
      loadDatabase()
    },
    callFunction: started((options: Options = {}) => {
      const done = callFunction(options)
      if (!hasCallbacks(options)) return done
      answer(done, options)
      return undefined
    }),
    uploadFile: started(storage.apis.uploadFile),
    getTempFileURL: started(storage.apis.getTempFileURL),
    deleteFile: started(storage.apis.deleteFile),
    downloadFile: started(storage.apis.downloadFile),
    database: started(() => {
      if (!globalThis.openCloudDatabase)
        throw new Error('wx.cloud.database is still being loaded: call it a moment later')
      return globalThis.openCloudDatabase(params => ask('/client/database', params))
    }),
  }
  return { api: guardMembers(members, report, 'wx.cloud'), addressOf: storage.addressOf }
}

/** A page that calls `wx.cloud.database` by this name has the script from the beginning. */
function loadDatabase(): void {
  if (globalThis.openCloudDatabase) return
  const script = document.createElement('script')
  script.src = ADDRESSES.database
  document.head.append(script)
}
