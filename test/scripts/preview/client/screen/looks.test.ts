import type { Manifest } from '../../../../../scripts/preview/client/manifest'
import { lookOf } from '../../../../../scripts/preview/client/screen/looks'

const manifest = (window: object, page: object): Manifest => ({
  appid: '',
  environments: [],
  app: { window: window as never },
  theme: { light: { ground: '#eeeeee', front: 'black' }, dark: { ground: '#111111', front: 'white' } },
  pages: ['a'],
  units: { a: { kind: 'page', config: page as never, using: {}, styleScope: 'a' } },
})

test('lookOf() takes what the documentation gives for what is not said', () => {
  expect(lookOf(manifest({}, {}), 'a', 'light')).toEqual({
    title: '',
    navigationBackground: '#000000',
    navigationFront: 'white',
    isCustom: false,
    background: '#ffffff',
    backgroundText: 'dark',
    canPullDown: false,
    reachBottomDistance: 50,
    canScroll: true,
  })
})

test('lookOf() puts the page before the app, and fills in the theme', () => {
  const window = {
    navigationBarTitleText: 'app',
    navigationBarBackgroundColor: '@ground',
    navigationBarTextStyle: '@front',
    backgroundColor: '@nothing',
  }
  const page = { navigationBarTitleText: 'page', enablePullDownRefresh: true, onReachBottomDistance: 0 }
  const of = (theme: 'light' | 'dark') => lookOf(manifest(window, page), 'a', theme)
  expect(of('light')).toMatchObject({
    title: 'page',
    navigationBackground: '#eeeeee',
    navigationFront: 'black',
    background: '@nothing',
    canPullDown: true,
    reachBottomDistance: 0,
  })
  expect(of('dark')).toMatchObject({ navigationBackground: '#111111', navigationFront: 'white' })
})
