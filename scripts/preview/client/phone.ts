import type { EventChannel } from './event-channel'

/** How the navigation bar looks; what is left out stays. */
export interface NavigationBar {
  title?: string
  /** The turning sign beside the title. */
  loading?: boolean
  background?: string
  front?: 'black' | 'white'
}

/** What the `wx` of the preview asks of the phone that it runs on: the page stack and the frame around it. */
export interface Phone {
  /** The page stack, the shown page last, as `getCurrentPages()` gives it. */
  pages(): unknown[]
  /** Each rejects with an `Error` that says what is wrong with the address, without the name of the API before it. */
  navigateTo(url: string, channel: EventChannel): Promise<void>
  redirectTo(url: string): Promise<void>
  reLaunch(url: string): Promise<void>
  switchTab(url: string): Promise<void>
  navigateBack(delta: number): Promise<void>
  setNavigationBar(change: NavigationBar): void
  startPullDownRefresh(): void
  stopPullDownRefresh(): void
  /** Scrolls the shown page to `top` px within `duration` ms. */
  scrollTo(top: number, duration: number): void
  /** Lies over the whole screen, inside the frame, and lets taps through where it is empty: the place of toasts, dialogs and action sheets. */
  readonly overlay: HTMLElement
  /** In px of the phone. `windowHeight` is the height of the page alone, without the bars. */
  size(): { width: number; height: number; statusBarHeight: number; windowHeight: number }
  theme(): 'light' | 'dark'
  onThemeChange(listener: (theme: 'light' | 'dark') => void): void
}

/** What the side panel lists. */
export type PreviewEvent =
  | {
      type: 'call'
      /** Of one run of the preview; the same in `started` and `ended`. */
      id: number
      name: string
      input: unknown
      /** Absent while it runs. */
      outcome?: { ok: true; result: unknown } | { ok: false; errCode: number | string; errMsg: string }
      milliseconds?: number
    }
  /** Something of `wx` that the preview does not have was used. */
  | { type: 'missing-api'; name: string }
  /** `console.*` of the mini program. */
  | { type: 'log'; level: 'log' | 'info' | 'warn' | 'error' | 'debug'; values: unknown[] }
  /** An error that the mini program did not catch; `place` such as `pages/home/home.ts:12:5`. */
  | { type: 'error'; message: string; place?: string }
  /** The mini program began to run, for the first time or again. */
  | { type: 'started' }

/** Where the parts of the preview report what the side panel lists. */
export type Report = (event: PreviewEvent) => void
