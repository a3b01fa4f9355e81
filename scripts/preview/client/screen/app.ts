import type { WxConfig } from '../interfaces'

type Definition = Record<string, unknown>

/** The app, as `App()` made it. */
export interface App {
  /** Runs the script of the app, then `onLaunch` and `onShow`. */
  launch(launch: WxConfig['launch']): void
  /** Calls one of its listeners, if it has it. */
  tell(name: 'onError' | 'onThemeChange' | 'onUnhandledRejection', ...values: unknown[]): void
}

/** A launch from DevTools, by the documentation: https://developers.weixin.qq.com/miniprogram/dev/reference/scene-list.html */
const SCENE = 1001

/** Provides `App` and `getApp`. */
export function createApp(): App {
  let app: Definition | undefined
  const tell = (name: string, ...values: unknown[]) => {
    const listener = app?.[name]
    if (typeof listener === 'function') listener.apply(app, values)
  }
  Object.assign(globalThis, {
    App(definition: Definition) {
      app = definition
    },
    getApp: (options?: { allowDefault?: boolean }) => app ?? (options?.allowDefault ? {} : undefined),
  })
  return {
    launch({ path, query }) {
      miniProgramModules.app?.()
      const options = { path, query, scene: SCENE, referrerInfo: {}, shareTicket: undefined }
      tell('onLaunch', options)
      tell('onShow', options)
    },
    tell,
  }
}
