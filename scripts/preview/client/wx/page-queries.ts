import { component as adapter } from 'glass-easel-miniprogram-adapter'
import type { Phone } from '../phone'
import type { Caller } from '../screen/caller'
import { createIntersections, type IntersectionOptions, type Intersections } from './intersections'

interface Queryable {
  createSelectorQuery(): object
  createIntersectionObserver(options?: IntersectionOptions): Intersections
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
  // the same by `this.createIntersectionObserver()` of a page or component
  Object.assign(adapter.ComponentCaller.prototype, {
    createIntersectionObserver(this: Caller, options?: IntersectionOptions) {
      return createIntersections(this._$, options)
    },
  })
  return {
    createSelectorQuery: () => shown().createSelectorQuery(),
    createIntersectionObserver: (component: Queryable = shown(), options?: IntersectionOptions) =>
      component.createIntersectionObserver(options),
  }
}
