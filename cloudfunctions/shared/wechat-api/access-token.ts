/** Where a call takes its token from. */
export interface AccessToken {
  /** A token that should be good. */
  get(): Promise<string>
  /**
   * A new token in place of one that WeChat has refused, or undefined if there is none to be had. Many callers with
   * the same refused token cause one request.
   */
  renew(refused: string): Promise<string | undefined>
}
