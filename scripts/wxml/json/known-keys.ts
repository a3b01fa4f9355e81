/** The keys that an object may have; `true` where the kit does not look further, an object for what is below. */
export interface KnownKeys {
  [key: string]: true | KnownKeys | readonly [KnownKeys]
}

const keys = (names: string): Record<string, true> =>
  Object.fromEntries(
    names
      .split(/\s+/)
      .filter(name => name !== '')
      .map(name => [name, true]),
  )

/** Of one window; in `app.json` those of all. */
const window = keys(`
  navigationBarBackgroundColor navigationBarTextStyle navigationBarTitleText navigationStyle homeButton
  backgroundColor backgroundTextStyle backgroundColorTop backgroundColorBottom backgroundColorContent
  enablePullDownRefresh onReachBottomDistance pageOrientation restartStrategy initialRenderingCache
  visualEffectInBackground handleWebviewPreload disableSwipeBack`)

const renderer = keys('renderer rendererOptions componentFramework convertRpxToVw enablePassiveEvent')

const subpackage: KnownKeys = keys('root name pages independent entry plugins resolveAlias')

const tab: KnownKeys = keys('pagePath text iconPath selectedIconPath')

/** https://developers.weixin.qq.com/miniprogram/dev/reference/configuration/app.html */
export const appKeys: KnownKeys = {
  ...keys(`
    $schema entryPagePath pages debug functionalPages workers requiredBackgroundModes requiredPrivateInfos plugins
    preloadRule resizable usingComponents componentPlaceholder permission sitemapLocation style useExtendedLib
    entranceDeclare darkmode themeLocation lazyCodeLoading singlePage supportedMaterials serviceProviderTicket
    embeddedAppIdList navigateToMiniProgramAppIdList halfPage debugOptions resolveAlias appBar miniApp static
    cloud chatTools prefetches prefetchRules __usePrivacyCheck__`),
  ...renderer,
  window: { ...window },
  tabBar: { ...keys('color selectedColor backgroundColor borderStyle position custom'), list: [tab] },
  networkTimeout: keys('request connectSocket uploadFile downloadFile'),
  subpackages: [subpackage],
  subPackages: [subpackage],
}

const components = keys('usingComponents componentPlaceholder componentGenerics style styleIsolation')

/** https://developers.weixin.qq.com/miniprogram/dev/reference/configuration/page.html */
export const pageKeys: KnownKeys = {
  ...keys('$schema component disableScroll singlePage pureDataPattern'),
  ...window,
  ...renderer,
  ...components,
}

/** https://developers.weixin.qq.com/miniprogram/dev/framework/custom-component/ */
export const componentKeys: KnownKeys = {
  ...keys('$schema component pureDataPattern'),
  ...renderer,
  ...components,
}

/** https://developers.weixin.qq.com/miniprogram/dev/reference/configuration/sitemap.html */
export const sitemapKeys: KnownKeys = {
  ...keys('$schema desc'),
  rules: [keys('action page params matching priority')],
}

/** https://developers.weixin.qq.com/miniprogram/dev/reference/configuration/theme.html */
export const themeKeys: KnownKeys = keys('$schema light dark')
