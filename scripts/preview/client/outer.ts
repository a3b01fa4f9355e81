import type { Report } from './phone'

/** A page with what it was opened with. */
export interface PageAddress {
  path: string
  /** As it stood behind `?`, not decoded. */
  query: string
}

/** An error of the running mini program; its stack names places in the bundle. */
export interface UncaughtError {
  message: string
  stack: string
}

/** What the outer document, which holds the frame and the panel, offers the screen in its iframe. */
export interface Outer {
  report: Report
  /** See `WxConfig`. */
  openid(): string | undefined
  theme(): 'light' | 'dark'
  /** The pages that the mini program opens with; empty for its home page. */
  readonly stack: readonly PageAddress[]
  /** The mini program runs. */
  started(screen: Screen): void
  /** The page stack is another one now. */
  moved(stack: readonly PageAddress[]): void
  failed(error: UncaughtError): void
}

/** The styles of the mini program. */
export interface ProgramStyles {
  /** Grows with every change. */
  version: number
  /** By the path of a page or component, in the order in which they count; `app` for all. */
  css: Readonly<Record<string, string>>
}

/** What the screen offers in return. */
export interface Screen {
  /** Of the mini program that it runs; 0 if there was none that compiled. */
  readonly build: number
  /** The version of its styles. */
  readonly styles: number
  setTheme(theme: 'light' | 'dark'): void
  setStyles(styles: ProgramStyles): void
}

/** An event of the outer window: `previewOuter` is there now. */
export const OUTER_READY = 'preview-outer-ready'

declare global {
  interface Window {
    /** Set by the outer document; the screen may have to wait for it. */
    previewOuter?: Outer
  }
}
