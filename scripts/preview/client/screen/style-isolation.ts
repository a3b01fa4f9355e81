import type { JsonObject, ManifestUnit } from '../manifest'

/** How far the styles of a unit reach. */
export interface Isolation {
  /** For glass-easel: whether styles of the page and the app reach into it. */
  styleIsolation: 'isolated' | 'apply-shared' | 'shared'
  /** Whether its own styles reach out of it. */
  isShared: boolean
}

/**
 * By its JSON and by the `options` of its script, which go before.
 * https://developers.weixin.qq.com/miniprogram/dev/framework/custom-component/wxml-wxss.html
 */
export function isolationOf({ kind, config }: ManifestUnit, options: JsonObject): Isolation {
  // a page's styles are kept in it by their selectors
  if (kind === 'page') return { styleIsolation: 'shared', isShared: false }
  const { styleIsolation, addGlobalClass } = { ...config, ...options }
  const isShared = styleIsolation === 'shared' || styleIsolation === 'page-shared'
  const isApplied = styleIsolation === 'apply-shared' || styleIsolation === 'page-apply-shared'
  const isGlobal = styleIsolation === undefined && addGlobalClass === true
  // what shares its styles has a scope of its own all the same, for its `:host`
  return { styleIsolation: isShared || isApplied || isGlobal ? 'apply-shared' : 'isolated', isShared }
}
