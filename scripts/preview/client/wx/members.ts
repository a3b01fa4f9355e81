import type { Services } from '../built-ins/services'
import type { WxConfig } from '../interfaces'
import type { Phone, Report } from '../phone'
import { asyncApi, type Options } from './api'
import { canIUse } from './can-i-use'
import { clipboardApis } from './clipboard'
import { createCloud } from './cloud'
import { consentApis } from './consent'
import { deviceApis } from './device'
import { fileSystemManager, USER_DATA_PATH } from './files/file-system'
import { mediaApis } from './files/media'
import { TempFiles } from './files/temp-files'
import { guardMembers } from './guard-members'
import { navigationApis } from './navigation'
import { networkApis } from './network'
import { ownAddress } from './network/address'
import { createLocalCloud } from './network/local-cloud'
import { createRecorder } from './network/record-call'
import { pageQueryApis } from './page-queries'
import { storageApis } from './storage'
import { uiApis } from './ui'
import { openToasts } from './ui/toast'

/** Everything that `wx` has here, and what the built-in components need of it. */
export function createMembers(phone: Phone, report: Report, config: WxConfig) {
  const { ownerDocument: document } = phone.overlay
  const recorder = createRecorder(report, () => performance.now())
  const localCloud = createLocalCloud(recorder, config.openid)
  const files = new TempFiles()
  const toasts = openToasts(phone.overlay)
  const cloud = createCloud(localCloud, files, report, config.environments)
  const consent = consentApis(phone, localCloud)
  const navigation = navigationApis(phone)

  const resolveSource = async (source: string, from = ''): Promise<string> => {
    if (source.startsWith('cloud://')) return await cloud.addressOf(source)
    if (files.has(source)) return files.urlOf(source)
    if (/^(?:data:|blob:)/.test(source)) return source
    if (/^https?:/.test(source)) return ownAddress(source)
    return new URL(source, `http://localhost/${from}`).pathname
  }

  const members: Record<string, unknown> = {
    env: { USER_DATA_PATH },
    cloud: cloud.api,
    ...navigation,
    ...pageQueryApis(phone),
    ...uiApis(phone, toasts, resolveSource),
    ...clipboardApis(toasts),
    ...deviceApis(phone, config),
    ...storageApis(localStorage, () => config.openid() ?? ''),
    ...networkApis(localCloud, files),
    ...mediaApis(files, document, resolveSource),
    ...consent.apis,
    getFileSystemManager: () => guardMembers(fileSystemManager(files), report, 'wx.getFileSystemManager()'),
    getRandomValues: asyncApi('getRandomValues', ({ length }) => ({
      randomValues: crypto.getRandomValues(new Uint8Array(Number(length))).buffer,
    })),
    vibrateShort: asyncApi('vibrateShort', () => void navigator.vibrate?.(15)),
    vibrateLong: asyncApi('vibrateLong', () => void navigator.vibrate?.(400)),
    nextTick: (run: () => void) => queueMicrotask(run),
    canIUse: (schema: string) => canIUse(schema, members),
  }

  const services: Services = {
    overlay: phone.overlay,
    resolveSource,
    requestPhoneNumber: consent.requestPhoneNumber,
    setNavigationBar: change => phone.setNavigationBar(change),
    scrollTo: (top, duration) => phone.scrollTo(top, duration),
    missing: name => report({ type: 'missing-api', name }),
    async navigate(openType, url, delta) {
      const name = { navigate: 'navigateTo', redirect: 'redirectTo' }[openType] ?? openType
      const go = Object.hasOwn(navigation, name) ? navigation[name] : undefined
      if (typeof go !== 'function')
        return report({ type: 'missing-api', name: `navigator open-type="${openType}"` })
      try {
        await (go as (options: Options) => Promise<object>)(openType === 'navigateBack' ? { delta } : { url })
      } catch (failure) {
        throw new Error((failure as { errMsg: string }).errMsg)
      }
    },
  }
  return { members, services }
}
