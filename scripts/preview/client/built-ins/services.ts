import type { NavigationBar } from '../phone'

/** What built-in components ask of the preview around them. */
export interface Services {
  /** Lies over the page: the place of pickers and dialogs. */
  readonly overlay: HTMLElement
  /** Follows a `navigator`. Rejects with an `Error` whose text is that of the API behind it. */
  navigate(openType: string, url: string, delta: number): Promise<void>
  /**
   * What the browser can show in the place of a source: of `cloud://` a temporary address.
   *
   * @param from the page or component that names it, such as `pages/home/home`
   */
  resolveSource(source: string, from?: string): Promise<string>
  /** Asks the user for a phone number; `code` if there is one. */
  requestPhoneNumber(): Promise<{ errMsg: string; code?: string }>
  setNavigationBar(change: NavigationBar): void
  /** Scrolls the page to `top` px within `duration` ms. */
  scrollTo(top: number, duration: number): void
  /** Something that the preview does not do was asked for. */
  missing(name: string): void
}
