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
  /** The environment ids of the mini program's versions; the local cloud stands in for each of them. */
  environments: readonly string[]
  /** Paths of all pages, such as `pages/home/home`. */
  pages: readonly string[]
  /** Of the first page of this run. */
  launch: { path: string; query: Record<string, string> }
  /** The user that was chosen in the side panel; undefined for the one whom the cloud takes if nobody says who. */
  openid(): string | undefined
}

/** What built-in components may need of the rest. */
export interface BuiltInHost {
  phone: Phone
  report: Report
  /** What `createWx` returned. */
  wx: object
}

export interface PanelOptions {
  /** Runs the mini program anew with the same page stack, such as after another user was chosen. */
  restart(): void
}

export interface Panel {
  report: Report
  /** See `WxConfig`. */
  openid(): string | undefined
}
