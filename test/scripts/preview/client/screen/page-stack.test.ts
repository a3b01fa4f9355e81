import type { PageAddress } from '../../../../../scripts/preview/client/outer'
import { PageStack } from '../../../../../scripts/preview/client/screen/page-stack'

const at = (path: string, query = ''): PageAddress => ({ path, query })

/** A stack whose pages write down what happens to them; pages that begin with `tab` are of the tab bar. */
function makeStack() {
  const happened: string[] = []
  const stack = new PageStack({
    prepare({ path }) {
      if (path === 'broken') throw new Error('its script throws')
    },
    open(address) {
      const say = (what: string) => () => void happened.push(`${what} ${address.path}`)
      say('load')()
      return { address, show: say('show'), hide: say('hide'), unload: say('unload') }
    },
    isTab: path => path.startsWith('tab'),
    onChange() {},
  })
  return {
    stack,
    paths: () => stack.pages.map(({ address }) => address.path),
    happened: () => happened.splice(0),
  }
}

test('navigateTo() hides a page under the next, navigateBack() unloads and shows', () => {
  const { stack, paths, happened } = makeStack()
  stack.restore([at('home')])
  expect(happened()).toEqual(['load home', 'show home'])
  stack.navigateTo(at('a', 'x=1'))
  expect(happened()).toEqual(['hide home', 'load a', 'show a'])
  expect(stack.shown?.address).toEqual(at('a', 'x=1'))
  stack.navigateTo(at('a'))
  stack.navigateTo(at('b'))
  happened()
  stack.navigateBack(2)
  expect(happened()).toEqual(['unload b', 'unload a', 'show a'])
  stack.navigateBack(99)
  expect(paths()).toEqual(['home'])
  expect(() => stack.navigateBack(1)).toThrow('cannot navigate back at first page.')
})

test('at most ten pages are open', () => {
  const { stack, paths } = makeStack()
  stack.restore([at('home')])
  for (let count = 1; count < 10; count++) stack.navigateTo(at('a'))
  expect(() => stack.navigateTo(at('a'))).toThrow('webview count limit exceed')
  expect(paths()).toHaveLength(10)
})

test('redirectTo() takes the place of a page, reLaunch() of all', () => {
  const { stack, paths, happened } = makeStack()
  stack.restore([at('home'), at('a')])
  happened()
  stack.redirectTo(at('b'))
  expect(happened()).toEqual(['unload a', 'load b', 'show b'])
  expect(paths()).toEqual(['home', 'b'])
  stack.reLaunch(at('c'))
  expect(happened()).toEqual(['unload b', 'unload home', 'load c', 'show c'])
  expect(paths()).toEqual(['c'])
})

test('pages of the tab bar live on while another is shown, until reLaunch()', () => {
  const { stack, paths, happened } = makeStack()
  stack.restore([at('tab1')])
  stack.switchTab(at('tab2', 'ignored=1'))
  expect(happened()).toEqual(['load tab1', 'show tab1', 'hide tab1', 'load tab2', 'show tab2'])
  stack.switchTab(at('tab1'))
  expect(happened()).toEqual(['hide tab2', 'show tab1'])
  stack.navigateTo(at('a'))
  stack.switchTab(at('tab2'))
  expect(happened()).toEqual(['hide tab1', 'load a', 'show a', 'unload a', 'show tab2'])
  stack.reLaunch(at('tab1'))
  expect(happened()).toEqual(['hide tab2', 'unload tab1', 'unload tab2', 'load tab1', 'show tab1'])
  expect(paths()).toEqual(['tab1'])
})

test('a page of the tab bar is reached by switchTab() only, and no other is', () => {
  const { stack } = makeStack()
  stack.restore([at('home')])
  expect(() => stack.navigateTo(at('tab1'))).toThrow('can not navigateTo a tabbar page')
  expect(() => stack.redirectTo(at('tab1'))).toThrow('can not redirectTo a tabbar page')
  expect(() => stack.switchTab(at('a'))).toThrow('can not switch to no-tabBar page')
})

test('a page whose script throws changes nothing', () => {
  const { stack, paths, happened } = makeStack()
  stack.restore([at('home'), at('a')])
  happened()
  expect(() => stack.navigateTo(at('broken'))).toThrow('its script throws')
  expect(() => stack.redirectTo(at('broken'))).toThrow('its script throws')
  expect(() => stack.reLaunch(at('broken'))).toThrow('its script throws')
  expect(happened()).toEqual([])
  expect(paths()).toEqual(['home', 'a'])
})
