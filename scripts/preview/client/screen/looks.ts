import type { JsonObject, Manifest } from '../manifest'

/** How a page looks around its own elements, by `app.json` and the page's JSON. */
export interface Look {
  title: string
  navigationBackground: string
  navigationFront: 'black' | 'white'
  isCustom: boolean
  background: string
  /** Of the sign of pulling down. */
  backgroundText: 'dark' | 'light'
  canPullDown: boolean
  reachBottomDistance: number
  canScroll: boolean
}

/**
 * The settings of a page, with the variables of `theme.json` filled in.
 * https://developers.weixin.qq.com/miniprogram/dev/reference/configuration/app.html#window
 */
export function lookOf({ app, theme, units }: Manifest, path: string, name: 'light' | 'dark'): Look {
  const settings = themed({ ...(app.window as JsonObject), ...units[path]?.config }, theme[name])
  const text = (key: string, otherwise: string) => {
    const value = settings[key]
    return typeof value === 'string' ? value : otherwise
  }
  const distance = settings.onReachBottomDistance
  return {
    title: text('navigationBarTitleText', ''),
    navigationBackground: text('navigationBarBackgroundColor', '#000000'),
    navigationFront: text('navigationBarTextStyle', 'white') === 'black' ? 'black' : 'white',
    isCustom: text('navigationStyle', 'default') === 'custom',
    background: text('backgroundColor', '#ffffff'),
    backgroundText: text('backgroundTextStyle', 'dark') === 'light' ? 'light' : 'dark',
    canPullDown: settings.enablePullDownRefresh === true,
    reachBottomDistance: typeof distance === 'number' ? distance : 50,
    canScroll: settings.disableScroll !== true,
  }
}

/** Replaces each value `@name` by what the theme says for it. */
export function themed(settings: JsonObject, variables: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(settings).map(([key, value]) => {
      const isVariable = typeof value === 'string' && value.startsWith('@')
      return [key, isVariable ? (variables[value.slice(1)] ?? value) : value]
    }),
  )
}
