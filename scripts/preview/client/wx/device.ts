import type { WxConfig } from '../interfaces'
import type { Phone } from '../phone'
import { asyncApi } from './api'

/** The base library whose behaviour the preview follows. */
const SDK_VERSION = '3.8.0'

/**
 * What `wx` tells of phone, window and app. The phone is nobody's: model and system say that it is the preview.
 * https://developers.weixin.qq.com/miniprogram/dev/api/base/system/wx.getSystemInfoSync.html
 */
export function deviceApis(phone: Phone, config: WxConfig): Record<string, unknown> {
  const device = () => ({
    brand: 'devtools',
    model: 'wx-cloud-kit preview',
    system: 'preview 1.0',
    platform: 'devtools',
    abi: '',
    benchmarkLevel: 1,
  })
  const app = () => ({
    SDKVersion: SDK_VERSION,
    version: '8.0.50',
    language: 'zh_CN',
    theme: phone.theme(),
    fontSizeSetting: 16,
    fontSizeScaleFactor: 1,
    enableDebug: false,
    host: { env: 'WeChat', appId: '', version: 0 },
  })
  const window = () => {
    const { width, height, statusBarHeight, windowHeight } = phone.size()
    const safeArea = {
      left: 0,
      right: width,
      top: statusBarHeight,
      bottom: height,
      width,
      height: height - statusBarHeight,
    }
    return {
      pixelRatio: globalThis.devicePixelRatio || 1,
      screenWidth: width,
      screenHeight: height,
      windowWidth: width,
      windowHeight,
      statusBarHeight,
      safeArea,
      screenTop: height - windowHeight,
    }
  }
  const everything = () => ({ ...device(), ...app(), ...window() })
  const themeListeners = new Set<(change: { theme: string }) => void>()
  phone.onThemeChange(theme => {
    for (const listener of themeListeners) listener({ theme })
  })
  return {
    getDeviceInfo: device,
    getAppBaseInfo: app,
    getWindowInfo: window,
    getSystemInfoSync: everything,
    getSystemInfo: asyncApi('getSystemInfo', everything),
    getSystemInfoAsync: asyncApi('getSystemInfoAsync', everything),
    getAccountInfoSync: () => ({ miniProgram: { appId: config.appid, envVersion: 'develop', version: '' } }),
    getLaunchOptionsSync: () => launch(config),
    getEnterOptionsSync: () => launch(config),
    getNetworkType: asyncApi('getNetworkType', () => ({ networkType: 'wifi', isConnected: true })),
    getMenuButtonBoundingClientRect() {
      const { width, statusBarHeight } = phone.size()
      const top = statusBarHeight + 6
      return { width: 87, height: 32, top, right: width - 7, bottom: top + 32, left: width - 94 }
    },
    onThemeChange: (listener: (change: { theme: string }) => void) => void themeListeners.add(listener),
    offThemeChange(listener?: (change: { theme: string }) => void) {
      if (listener) themeListeners.delete(listener)
      else themeListeners.clear()
    },
  }
}

/** 1001 is the list of mini programs. */
function launch({ launch: { path, query } }: WxConfig) {
  return { path, query, scene: 1001, referrerInfo: {} }
}
