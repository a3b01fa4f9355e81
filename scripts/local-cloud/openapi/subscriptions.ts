/** How many messages of a template a user has agreed to receive: `wx.requestSubscribeMessage` buys one each time. */
export class Subscriptions {
  readonly #left = new Map<string, number>()

  /** The user agreed once, or so many times. */
  add(openid: string, templateId: string, times = 1): void {
    this.#left.set(keyOf(openid, templateId), this.count(openid, templateId) + times)
  }

  count(openid: string, templateId: string): number {
    return this.#left.get(keyOf(openid, templateId)) ?? 0
  }

  /** Uses one up; false if there is none. */
  take(openid: string, templateId: string): boolean {
    const left = this.count(openid, templateId)
    if (left === 0) return false
    this.#left.set(keyOf(openid, templateId), left - 1)
    return true
  }

  clear(): void {
    this.#left.clear()
  }
}

function keyOf(openid: string, templateId: string): string {
  return JSON.stringify([openid, templateId])
}
