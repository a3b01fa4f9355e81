import type { CodeSpace } from 'glass-easel-miniprogram-adapter'
import type { Phone, Report } from './phone'

/*
 * There are two documents of one origin. The outer one holds the side panel and the frame; in the frame is an iframe
 * with the phone's screen, where the mini program runs, with its built-in components and its `wx`. Editing a page
 * loads the inner one anew, so that no timer and no listener of the old code lives on; the panel keeps its lists.
 *
 * Values that the panel is given come from the other document: `instanceof Error` and the like do not hold for them.
 */

/** What `wx` is told of the mini program. */
export interface WxConfig {
  appid: string
  /** Paths of all pages, such as `pages/home/home`; the home page first. */
  pages: readonly string[]
  /** Of the first page of this run. */
  launch: { path: string; query: Record<string, string> }
  /** The user that was chosen in the side panel; undefined for the one whom the cloud takes if nobody says who. */
  openid(): string | undefined
}

/** `createWx` of `./wx`: the global `wx` of the mini program. */
export type CreateWx = (phone: Phone, report: Report, config: WxConfig) => object

/** What built-in components may need of the rest. */
export interface BuiltInHost {
  phone: Phone
  report: Report
  /** What `createWx` returned. */
  wx: object
}

/**
 * `registerBuiltIns` of `./built-ins`: registers each built-in under its tag as path (`space.component('view')...`),
 * in a space of their own. The engine lets every page and component use all of them.
 *
 * An element of a built-in's template is made as `wx-<tag>`; a real one is written `native-<tag>` (`native-input` is
 * `<input>`). WXSS selectors for tags are rewritten the same way: `button` is `wx-button`.
 */
export type RegisterBuiltIns = (space: CodeSpace, host: BuiltInHost) => void

/** `mountPanel` of `./panel`, in the outer document. */
export type MountPanel = (element: HTMLElement, options: PanelOptions) => Panel

export interface PanelOptions {
  /** Runs the mini program anew with the same page stack, such as after another user was chosen. */
  restart(): void
}

export interface Panel {
  report: Report
  /** See `WxConfig`. */
  openid(): string | undefined
}
