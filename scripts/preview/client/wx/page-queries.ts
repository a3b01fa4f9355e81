import type { Phone } from '../phone'

interface Queryable {
  createSelectorQuery(): object
  createIntersectionObserver(options?: object): object
}

/**
 * What asks about the elements of a page; glass-easel's pages can do it themselves.
 * https://developers.weixin.qq.com/miniprogram/dev/api/wxml/wx.createSelectorQuery.html
 */
export function pageQueryApis(phone: Phone): Record<string, unknown> {
  const shown = () => {
    const page = phone.pages().at(-1)
    if (!page) throw new Error('no page is shown yet')
    return page as Queryable
  }
  return {
    createSelectorQuery: () => shown().createSelectorQuery(),
    createIntersectionObserver: (component: Queryable = shown(), options?: object) =>
      component.createIntersectionObserver(options),
  }
}
