import type { FrameLocator, Locator } from 'playwright-core'
import { useScreens } from './use-screens'

jest.setTimeout(60_000)

const { show, serve, browse, makeMiniProgram } = useScreens()

/** Every page notes in `log` of the app what happens to it, and shows it. */
const NOTING = `
const note = what => getApp().log.push(what)
module.exports = (name, more = {}) => ({
  onLoad(query) { note(name + ' load ' + JSON.stringify(query)) },
  onShow() { note(name + ' show') },
  onReady() { note(name + ' ready') },
  onHide() { note(name + ' hide') },
  onUnload() { note(name + ' unload') },
  ...more,
})
`
const page = (name: string, more = '{}') => `Page(require('../../noting')('${name}', ${more}))`

const APP = `App({ log: [], onLaunch({ path }) { this.log.push('launch ' + path) }, onShow() { this.log.push('app show') } })`

/** A mini program in a browser. */
async function open(files: Record<string, string>, at = '') {
  const all = { 'app.ts': APP, 'noting.js': NOTING, ...files }
  const shown = await show(all, { reducedMotion: 'reduce' }, at)
  const { run } = shown
  return {
    ...shown,
    /** What the app noted since it was asked last. */
    // `onReady` waits for its turn, and so does this
    log: () => run<string[]>('new Promise(done => setTimeout(() => done(getApp().log.splice(0))))'),
    paths: () => run<string[]>('getCurrentPages().map(page => page.route)'),
  }
}

/** Waits until a value is as wanted; the test's own time limit ends it. */
async function until<T>(look: () => Promise<T>, isRight: (value: T) => boolean): Promise<T> {
  for (;;) {
    const value = await look()
    if (isRight(value)) return value
  }
}

const shown = (screen: FrameLocator) => screen.locator('.page-view:not(.is-hidden)')
/** Of the first element that fits on the page that is shown. */
const styleOf = (screen: FrameLocator, selector: string, property: string) =>
  computed(shown(screen).locator(selector).first(), property)

/** Of the browser: these tests are compiled for Node. */
declare function getComputedStyle(element: unknown): { getPropertyValue(name: string): string }

const computed = (locator: Locator, property: string) =>
  locator.evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property)

const TWO_PAGES = {
  'app.json': '{ "pages": ["pages/a/a", "pages/b/b"], "window": { "navigationBarTitleText": "App" } }',
  'pages/a/a.ts': page('a'),
  'pages/b/b.json': '{ "navigationBarTitleText": "Second", "navigationBarBackgroundColor": "#123456" }',
  'pages/b/b.wxml': '<view>on the second page</view>',
  'pages/b/b.ts': page('b'),
}

test('pages live as the documentation says, and receive the query as it was written', async () => {
  const { log, run, paths, screen } = await open(TWO_PAGES)
  await screen.getByText('hello').waitFor()
  expect(await log()).toEqual(['launch pages/a/a', 'app show', 'a load {}', 'a show', 'a ready'])
  await run('wx.navigateTo({ url: "../b/b?x=1&y=%20" })')
  await screen.getByText('on the second page').waitFor()
  expect(await log()).toEqual(['a hide', 'b load {"x":"1","y":"%20"}', 'b show', 'b ready'])
  expect(await paths()).toEqual(['pages/a/a', 'pages/b/b'])
  await screen.getByRole('button', { name: '返回' }).click()
  expect(await log()).toEqual(['b unload', 'a show'])
})

test('a page and the one that opened it speak through a channel', async () => {
  const { log, run, screen } = await open({
    ...TWO_PAGES,
    'pages/a/a.ts': `Page({
      open() {
        const { log } = getApp()
        wx.navigateTo({
          url: '/pages/b/b',
          events: { 'to a': (...values) => log.push('a heard ' + values) },
          success: ({ eventChannel }) => eventChannel.emit('to b', 'after', 'onLoad'),
        })
      },
    })`,
    'pages/b/b.ts': `Page({
      onLoad() {
        const { log } = getApp()
        const channel = this.getOpenerEventChannel()
        const gone = () => log.push('never')
        channel.on('to b', gone)
        channel.once('to b', gone)
        channel.off('to b', gone)
        channel.once('to b', (...values) => log.push('b heard once ' + values))
        channel.on('to b', () => log.push('b heard'))
        channel.emit('to a', 'from', 'onLoad')
      },
    })`,
  })
  await log()
  await run('getCurrentPages()[0].open()')
  await screen.getByText('on the second page').waitFor()
  expect(await log()).toEqual(['a heard from,onLoad', 'b heard once after,onLoad', 'b heard'])
  const emit = "getOpenerEventChannel().emit('to b')"
  await run(`getCurrentPages()[1].${emit}`)
  expect(await log()).toEqual(['b heard'])
  await run("getCurrentPages()[1].getOpenerEventChannel().off('to b')")
  await run(`getCurrentPages().forEach(page => page.${emit})`)
  expect(await log()).toEqual([])
})

test('the navigation bar has the title and colours of the page, and what it sets', async () => {
  const { run, screen } = await open(TWO_PAGES)
  const title = screen.locator('.bar-title')
  expect(await title.textContent()).toBe('App')
  expect(await screen.getByRole('button', { name: '返回' }).count()).toBe(0)
  await run('wx.navigateTo({ url: "/pages/b/b" })')
  await screen.getByText('on the second page').waitFor()
  expect(await title.textContent()).toBe('Second')
  const bar = screen.locator('.top-bar')
  expect(await computed(bar, 'background-color')).toBe('rgb(18, 52, 86)')
  await run('wx.setNavigationBarTitle({ title: "Set" })')
  await run('wx.showNavigationBarLoading()')
  expect(await title.textContent()).toBe('Set')
  expect(await screen.locator('.bar-spinner').isVisible()).toBe(true)
  await run('wx.navigateBack()')
  await screen.getByText('hello').waitFor()
  expect(await title.textContent()).toBe('App')
  expect(await screen.locator('.bar-spinner').isVisible()).toBe(false)
})

test('in onLoad a page is in the stack already: its bar is its own, and it may lead on', async () => {
  const { run, screen, paths } = await open({
    ...TWO_PAGES,
    'pages/b/b.ts': `Page({
      onLoad({ on }) {
        this.setData({ stack: getCurrentPages().map(page => page.route).join(' ') })
        wx.setNavigationBarTitle({ title: 'From onLoad' })
        if (on) wx.redirectTo({ url: '/pages/b/b' })
      },
    })`,
    'pages/b/b.wxml': '<view>opened in {{stack}}</view>',
  })
  const title = screen.locator('.bar-title')
  await run('wx.navigateTo({ url: "/pages/b/b?on=1" })')
  await screen.getByText('opened in pages/a/a pages/b/b').waitFor()
  expect(await run('getCurrentPages()[1].options')).toEqual({})
  expect(await title.textContent()).toBe('From onLoad')
  await run('wx.navigateBack()')
  expect([await paths(), await title.textContent()]).toEqual([['pages/a/a'], 'App'])
})

test('a page that was opened by its address has a way to the home page', async () => {
  const { window, screen, paths } = await open(TWO_PAGES, '#pages/b/b?x=1')
  await screen.getByText('on the second page').waitFor()
  expect(await paths()).toEqual(['pages/b/b'])
  await screen.getByRole('button', { name: '首页' }).click()
  expect(await paths()).toEqual(['pages/a/a'])
  await window.evaluate('void (location.hash = "#pages/b/b")')
  await screen.getByText('on the second page').waitFor()
})

test('the stack is there again when the window is loaded anew', async () => {
  const { window, run, screen, paths } = await open(TWO_PAGES)
  await run('wx.navigateTo({ url: "/pages/b/b?x=1" })')
  await screen.getByText('on the second page').waitFor()
  expect(new URL(window.url()).hash).toBe('#pages/b/b?x=1')
  await window.reload()
  await screen.getByText('on the second page').waitFor()
  expect(await paths()).toEqual(['pages/a/a', 'pages/b/b'])
})

test('a page is pulled down, turns its sign until it is told to stop, and only where it may', async () => {
  const { window, log, run, screen } = await open({
    ...TWO_PAGES,
    'pages/a/a.json': '{ "enablePullDownRefresh": true }',
    'pages/a/a.ts': page('a', "{ onPullDownRefresh() { getApp().log.push('pulled') } }"),
    'pages/b/b.ts': page('b', "{ onPullDownRefresh() { getApp().log.push('pulled b') } }"),
  })
  const pull = async (distance: number) => {
    await window.mouse.move(400, 400)
    await window.mouse.down()
    await window.mouse.move(400, 400 + distance, { steps: 4 })
    await window.mouse.up()
  }
  await log()
  await pull(40)
  expect(await log()).toEqual([])
  await pull(200)
  expect(await log()).toEqual(['pulled'])
  expect(await screen.locator('.pull-sign.is-turning').isVisible()).toBe(true)
  await run('wx.stopPullDownRefresh()')
  expect(await screen.locator('.pull-sign.is-turning').count()).toBe(0)
  await run('wx.startPullDownRefresh()')
  expect(await log()).toEqual(['pulled'])
  await run('wx.navigateTo({ url: "/pages/b/b" })')
  await screen.getByText('on the second page').waitFor()
  await log()
  await pull(200)
  expect(await log()).toEqual([])
})

test('a page hears that it is scrolled, and once that its bottom is reached', async () => {
  const { log, run, screen } = await open({
    'pages/a/a.wxml': '<view class="high">hello</view>',
    'pages/a/a.wxss': '.high { height: 3000px }',
    'pages/a/a.ts': page(
      'a',
      "{ onReachBottom() { getApp().log.push('bottom') }, onPageScroll({ scrollTop }) { this.top = scrollTop } }",
    ),
  })
  await log()
  const scrolled = async (top: number) => {
    await run(`wx.pageScrollTo({ scrollTop: ${top}, duration: 0 })`)
    await expect(
      until(
        () => run<number>('getCurrentPages()[0].top'),
        value => value === top,
      ),
    ).resolves.toBe(top)
  }
  await scrolled(100)
  expect(await log()).toEqual([])
  const height = Number.parseFloat(await styleOf(screen, '.page-scroller', 'height'))
  await scrolled(3000 - height - 40)
  await scrolled(3000 - height)
  expect(await log()).toEqual(['bottom'])
  await scrolled(0)
  await scrolled(3000 - height)
  expect(await log()).toEqual(['bottom'])
})

test.each(['pages/b/b', '/pages/b/b'])(
  'a mini program begins with the entry page that it names: %s',
  async entry => {
    const { run, screen, paths } = await open({
      ...TWO_PAGES,
      'app.json': JSON.stringify({ entryPagePath: entry, pages: ['pages/a/a', 'pages/b/b'] }),
    })
    await screen.getByText('on the second page').waitFor()
    expect(await paths()).toEqual(['pages/b/b'])
    const home = screen.getByRole('button', { name: '首页' })
    expect(await home.count()).toBe(0)
    await run('wx.reLaunch({ url: "/pages/a/a" })')
    await home.click()
    expect(await paths()).toEqual(['pages/b/b'])
  },
)

test('the page of a tab hears that the tab was tapped, when it is shown and when it was before', async () => {
  const { log, run, screen } = await open({
    ...TWO_PAGES,
    'app.json': JSON.stringify({
      pages: ['pages/a/a', 'pages/b/b'],
      tabBar: {
        list: [
          { pagePath: 'pages/a/a', text: 'First' },
          { pagePath: '/pages/b/b', text: 'Other' },
        ],
      },
    }),
    'pages/b/b.ts': page('b', '{ onTabItemTap(tab) { getApp().log.push(tab) } }'),
  })
  await log()
  await screen.getByText('Other').click()
  const tab = { index: 1, pagePath: 'pages/b/b', text: 'Other' }
  expect(await log()).toEqual(['a hide', 'b load {}', 'b show', tab, 'b ready'])
  await screen.getByText('Other').click()
  expect(await log()).toEqual([tab])
  await run("wx.switchTab({ url: '/pages/a/a' }).then(() => wx.switchTab({ url: '/pages/b/b' }))")
  expect(await log()).toEqual(['b hide', 'a show', 'a hide', 'b show'])
})

test('the tab bar leads to its pages, which live on', async () => {
  const { log, screen, paths } = await open({
    ...TWO_PAGES,
    'app.json': JSON.stringify({
      pages: ['pages/a/a', 'pages/b/b'],
      tabBar: {
        selectedColor: '#ff0000',
        list: [
          { pagePath: 'pages/a/a', text: 'First' },
          { pagePath: 'pages/b/b', text: 'Other' },
        ],
      },
    }),
  })
  await screen.getByText('hello').waitFor()
  await log()
  await screen.getByText('Other').click()
  await screen.getByText('on the second page').waitFor()
  expect(await paths()).toEqual(['pages/b/b'])
  expect(await computed(screen.getByText('Other'), 'color')).toBe('rgb(255, 0, 0)')
  await screen.getByText('First').click()
  expect(await log()).toEqual(['a hide', 'b load {}', 'b show', 'b ready', 'b hide', 'a show'])
})

const COMPONENT = {
  'pages/a/a.json': '{ "usingComponents": { "my-card": "/components/card/card" } }',
  'components/card/card.json': '{ "component": true }',
  'components/card/card.wxml': '<view class="both" bind:tap="press">in the card<slot /></view>',
  'components/card/card.wxss': '.both { font-size: 75rpx }',
  'components/card/card.ts': `Component({
    properties: { name: String },
    methods: { press() { this.triggerEvent('press', { name: this.data.name }) } },
  })`,
}

test('styles of a component stay in it, styles of a page stay in the page, sizes follow the phone', async () => {
  const { run, screen, window } = await open({
    ...TWO_PAGES,
    ...COMPONENT,
    'pages/a/a.wxml':
      '<view class="both outer" style="margin-top: 75rpx">hello</view><my-card class="card" />',
    'pages/a/a.wxss': '.both { color: rgb(1, 2, 3) }',
    'pages/b/b.wxml': '<view class="both">on the second page</view>',
  })
  expect(await styleOf(screen, '.outer', 'color')).toBe('rgb(1, 2, 3)')
  expect(await styleOf(screen, '.outer', 'font-size')).toBe('16px')
  expect(await styleOf(screen, '.outer', 'margin-top')).toBe('37.5px')
  expect(await styleOf(screen, '.card > *', 'color')).not.toBe('rgb(1, 2, 3)')
  expect(await styleOf(screen, '.card > *', 'font-size')).toBe('37.5px')
  await window.getByLabel('手机宽度').selectOption('320')
  expect(await styleOf(screen, '.card > *', 'font-size')).toBe('32px')
  expect(await styleOf(screen, '.outer', 'margin-top')).toBe('32px')
  await run('wx.navigateTo({ url: "/pages/b/b" })')
  await screen.getByText('on the second page').waitFor()
  expect(await styleOf(screen, '.both', 'color')).not.toBe('rgb(1, 2, 3)')
})

test('a page styles its elements by their ids, those inside components not, and finds them so', async () => {
  const { run, screen } = await open({
    ...COMPONENT,
    'components/card/card.wxml': '<view id="one" class="both">in the card</view>',
    'pages/a/a.wxml': '<view id="one">hello</view><my-card id="{{ id }}" class="card" />',
    'pages/a/a.wxss': '#one { width: 10px } #two { display: block; width: 20px }',
    'pages/a/a.ts': "Page({ data: { id: 'two' } })",
  })
  const widths = async () => [
    await computed(screen.getByText('hello'), 'width'),
    await styleOf(screen, '.card', 'width'),
    await computed(screen.getByText('in the card'), 'width'),
  ]
  expect(await widths()).toEqual(['10px', '20px', '20px'])
  const found = `new Promise(done => wx.createSelectorQuery()
    .selectAll('#one, #two').boundingClientRect(found => done(found.map(({ id, width }) => [id, width]))).exec())`
  expect(await run(found)).toEqual([
    ['one', 10],
    ['two', 20],
  ])
})

test('a component that applies shared styles takes those of its page', async () => {
  const { screen } = await open({
    ...COMPONENT,
    'components/card/card.ts': "Component({ options: { styleIsolation: 'apply-shared' } })",
    'pages/a/a.wxml': '<my-card class="card" />',
    'pages/a/a.wxss': '.both { color: rgb(1, 2, 3) }',
  })
  expect(await styleOf(screen, '.card > *', 'color')).toBe('rgb(1, 2, 3)')
  expect(await styleOf(screen, '.card > *', 'font-size')).toBe('37.5px')
})

test.each([
  ['its JSON', '{ "component": true, "styleIsolation": "shared" }', 'Component({})'],
  ['its script', '{ "component": true }', "Component({ options: { styleIsolation: 'shared' } })"],
])(
  'a component that shares its styles by %s has them itself, as do the page and those who apply them',
  async (_, json, script) => {
    const { screen, write } = await open({
      ...COMPONENT,
      'pages/a/a.json': `{ "usingComponents": {
      "my-card": "/components/card/card", "my-open": "/components/open/open", "my-closed": "/components/closed/closed"
    } }`,
      'components/card/card.json': json,
      'components/card/card.ts': script,
      'components/card/card.wxss': '.both { font-size: 75rpx } :host { display: flex }',
      'components/open/open.json': '{ "component": true, "styleIsolation": "apply-shared" }',
      'components/open/open.wxml': '<view class="both">open</view>',
      'components/open/open.ts': 'Component({})',
      'components/closed/closed.json': '{ "component": true }',
      'components/closed/closed.wxml': '<view class="both">closed</view>',
      'components/closed/closed.ts': 'Component({})',
      'pages/a/a.wxml': '<view class="both">hello</view><my-card class="card" /><my-open /><my-closed />',
      'pages/a/a.wxss': '.both { color: rgb(1, 2, 3) }',
    })
    const looks = (text: string) =>
      Promise.all(['font-size', 'color'].map(property => computed(screen.getByText(text), property)))
    for (const text of ['hello', 'in the card', 'open'])
      expect([text, await looks(text)]).toEqual([text, ['37.5px', 'rgb(1, 2, 3)']])
    expect(await looks('closed')).toEqual(['16px', 'rgb(0, 0, 0)'])
    expect(await styleOf(screen, '.card', 'display')).toBe('flex')
    write('miniprogram/components/card/card.wxss', '.both { font-size: 150rpx }')
    await until(
      () => looks('in the card'),
      ([size]) => size === '75px',
    )
  },
)

test('data, properties, events, WXS, slots and behaviours do what they do on a phone', async () => {
  const { screen } = await open({
    ...COMPONENT,
    'components/card/card.json': '{ "component": true }',
    'components/card/card.ts': `const named = Behavior({ properties: { name: String } })
      Component({
        behaviors: [named, 'wx://form-field'],
        methods: { press() { this.triggerEvent('press', { name: this.data.name }) } },
      })`,
    'pages/a/a.wxml': `<wxs module="kind">module.exports = { of: function (x) { return x.constructor } }</wxs>
      <view wx:for="{{list}}" wx:key="*this">{{index}} {{item}} {{kind.of(list)}}</view>
      <my-card name="Ann" bind:press="press"> with a slot</my-card>
      <view>pressed {{pressed}}</view>`,
    'pages/a/a.ts': `Page({
      data: { list: ['x'], pressed: '' },
      press({ detail }) { this.setData({ pressed: detail.name, 'list[1]': 'y' }) },
    })`,
  })
  await screen.getByText('0 x Array').waitFor()
  await screen.getByText('in the card with a slot').click()
  await screen.getByText('pressed Ann').waitFor()
  await screen.getByText('1 y Array').waitFor()
})

test('a component is ready once: before its page, after those in it, and when it comes later', async () => {
  const { log, run } = await open({
    'pages/a/a.json':
      '{ "usingComponents": { "my-outer": "/components/outer/outer", "my-inner": "/components/inner/inner" } }',
    'pages/a/a.wxml':
      '<my-outer name="outer"><view><my-inner name="slotted" /></view></my-outer><my-inner wx:if="{{more}}" name="later" />',
    'pages/a/a.ts': `Component({
      lifetimes: { ready() { getApp().log.push('page') } },
      methods: { onReady() { getApp().log.push('onReady') } },
    })`,
    'components/outer/outer.json':
      '{ "component": true, "usingComponents": { "my-inner": "/components/inner/inner" } }',
    'components/outer/outer.wxml': '<my-inner name="inner" /><slot />',
    'components/outer/outer.ts': `Component({
      properties: { name: String },
      ready() { getApp().log.push(this.data.name) },
    })`,
    'components/inner/inner.json': '{ "component": true }',
    'components/inner/inner.wxml': '<view>inner</view>',
    'components/inner/inner.ts':
      'Component({ properties: { name: String }, lifetimes: { ready() { getApp().log.push(this.data.name) } } })',
  })
  expect(await log()).toEqual([
    'launch pages/a/a',
    'app show',
    'inner',
    'slotted',
    'outer',
    'page',
    'onReady',
  ])
  await run('getCurrentPages()[0].setData({ more: true })')
  expect(await log()).toEqual(['later'])
  await run('getCurrentPages()[0].setData({ more: false })')
  expect(await log()).toEqual([])
})

test('methods, properties and fields may have any one-letter name', async () => {
  const letters = `[...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_$']`
  const named = (value: string) => `Object.fromEntries(${letters}.map(letter => [letter, ${value}]))`
  const { screen } = await open({
    ...COMPONENT,
    'components/card/card.wxml': '<view>{{ z }} has {{ fields }} fields</view>',
    'components/card/card.ts': `Component({
      properties: ${named('String')},
      attached() {
        Object.assign(this, ${named('letter')})
        this.setData({ fields: ${letters}.filter(letter => this[letter] === letter).length })
      },
    })`,
    'pages/a/a.wxml': '<my-card z="{{ by }}" /><view bind:tap="t">call</view>',
    'pages/a/a.ts': `Page({ data: { by: 'nobody' }, ...${named('function () { this.setData({ by: letter }) }')} })`,
  })
  await screen.getByText('nobody has 54 fields').waitFor()
  await screen.getByText('call').click()
  await screen.getByText('t has 54 fields').waitFor()
})

test('functions of WXS hear events and changes, and act on elements', async () => {
  const { log, run, screen } = await open({
    ...COMPONENT,
    'components/card/card.wxml': '<view class="inner" bind:tap="press">in the card</view>',
    'pages/a/a.wxml': `<wxs module="m">
        function tap(event, owner) {
          var box = owner.selectComponent('.box')
          box.setStyle({ 'margin-left': '100rpx', paddingTop: '3px' })
          event.instance.addClass('tapped')
          var state = event.instance.getState()
          state.taps = (state.taps || 0) + 1
          owner.callMethod('heard', {
            type: event.type,
            kind: event.instance.getDataset().kind,
            isTapped: event.instance.hasClass('tapped') && event.instance.hasClass('press'),
            width: box.getBoundingClientRect().width,
            height: box.getComputedStyle(['height']).height,
            boxes: owner.selectAllComponents('.box').length,
            taps: state.taps,
          })
          return false
        }
        function press(event, owner) {
          event.instance.removeClass('card')
          event.instance.triggerEvent('pressed', event.detail.name)
        }
        function resize(width, before, owner, instance) {
          if (before === undefined) return
          instance.setStyle('width:' + width + 'px')
          owner.callMethod('heard', { width: width, before: before })
        }
        module.exports = { tap: tap, press: press, resize: resize }
      </wxs>
      <view bindtap="outside"><view class="press" data-kind="k" bindtap="{{m.tap}}">press</view></view>
      <view class="box" style="width: 50px; height: 5px" change:prop="{{m.resize}}" prop="{{width}}">box</view>
      <view bind:pressed="pressed"><my-card class="card" name="Ann" bind:press="{{m.press}}" bind:pressed="pressed" /></view>`,
    'pages/a/a.wxss': '.tapped { color: rgb(1, 2, 3) }',
    'pages/a/a.ts': `Page({
      data: { width: 50 },
      heard(what) { getApp().log.push(what) },
      outside() { getApp().log.push('never') },
      pressed({ type, detail }) { getApp().log.push(type + ' ' + detail) },
    })`,
  })
  await log()
  await screen.getByText('press').click()
  const heard = { type: 'tap', kind: 'k', isTapped: true, width: 50, height: '5px', boxes: 1, taps: 1 }
  expect(await log()).toEqual([heard])
  expect(await computed(screen.getByText('press'), 'color')).toBe('rgb(1, 2, 3)')
  expect(await styleOf(screen, '.box', 'margin-left')).toBe('50px')
  expect(await styleOf(screen, '.box', 'padding-top')).toBe('3px')
  await run('getCurrentPages()[0].setData({ width: 60 })')
  expect(await log()).toEqual([{ width: 60, before: 50 }])
  expect(await styleOf(screen, '.box', 'margin-left')).toBe('0px')
  expect([await styleOf(screen, '.box', 'width'), await styleOf(screen, '.box', 'height')]).toEqual([
    '60px',
    '5px',
  ])
  await screen.getByText('in the card').click()
  expect(await log()).toEqual(['pressed Ann'])
  expect(await screen.locator('.card').count()).toBe(0)
})

test('npm packages that DevTools has built work: components, their scripts and WXS, and what they require', async () => {
  const { screen } = await open({
    'miniprogram_npm/lib/index.js': "exports.greet = name => 'hello ' + name",
    'miniprogram_npm/@scope/ui/field/index.json': '{ "component": true }',
    'miniprogram_npm/@scope/ui/field/index.wxml':
      '<wxs src="../wxs/outer.wxs" module="outer" /><view>{{outer.of(value)}} {{dataset.key}}</view>',
    'miniprogram_npm/@scope/ui/field/index.js': `const { greet } = require('../../../lib/index')
      Component({
        behaviors: ['wx://form-field'],
        properties: { value: String, dataset: Object },
        attached() { this.setData({ value: greet(this.data.value) }) },
      })`,
    'miniprogram_npm/@scope/ui/wxs/outer.wxs': "module.exports = { of: require('./inner.wxs').of }",
    'miniprogram_npm/@scope/ui/wxs/inner.wxs':
      "module.exports = { of: function (x) { return '<' + x + '>' } }",
    'pages/a/a.json': '{ "usingComponents": { "ui-field": "@scope/ui/field/index" } }',
    'pages/a/a.wxml': `<form bind:submit="submit">
      <ui-field name="who" value="{{ name }}" dataset="{{ { key: 'k' } }}" />
      <button form-type="submit">send</button>
    </form><view>{{sent}}</view>`,
    'pages/a/a.ts': `import { greet } from 'lib'
      Page({
        data: { name: greet('Ann'), sent: '' },
        submit({ detail }) { this.setData({ sent: JSON.stringify(detail.value) }) },
      })`,
  })
  await screen.getByText('<hello hello Ann> k').waitFor()
  await screen.getByText('send').click()
  await screen.getByText('{"who":"hello hello Ann"}').waitFor()
})

test('in a window that is too low, the phone shrinks to whole pixels', async () => {
  const { window } = await open({})
  for (const [width, height] of [
    [1101, 700],
    [1100, 613],
  ] as const) {
    await window.setViewportSize({ width, height })
    const place = () => window.locator('iframe').boundingBox()
    const box = await until(place, found => found !== null && found.height < height)
    const { x = 0.5, y = 0.5, width: shown = 0.5 } = box ?? {}
    for (const pixels of [x, y, shown]) expect(Math.abs(pixels - Math.round(pixels))).toBeLessThan(0.01)
    expect(shown).toBeLessThan(375)
  }
})

test('light and dark follow the switch, not the browser: styles, bars, and who listens', async () => {
  const { window, screen, run } = await open({
    'app.json': `{ "pages": ["pages/a/a"], "darkmode": true, "themeLocation": "theme.json",
      "window": { "navigationBarBackgroundColor": "@bar" } }`,
    'theme.json': '{ "light": { "bar": "#ffffff" }, "dark": { "bar": "#000001" } }',
    'app.ts': 'App({ onThemeChange({ theme }) { this.theme = theme } })',
    'app.wxss':
      'page { color: rgb(1, 1, 1) } @media (prefers-color-scheme: dark) { page { color: rgb(2, 2, 2) } }',
  })
  const bar = () => computed(screen.locator('.top-bar'), 'background-color')
  expect([await styleOf(screen, 'wx-page', 'color'), await bar()]).toEqual([
    'rgb(1, 1, 1)',
    'rgb(255, 255, 255)',
  ])
  await window.getByRole('button', { name: '深色' }).click()
  expect([await styleOf(screen, 'wx-page', 'color'), await bar()]).toEqual(['rgb(2, 2, 2)', 'rgb(0, 0, 1)'])
  expect(await run('getApp().theme')).toBe('dark')
})

test('an error of a page is shown over it with its place, and can be put away', async () => {
  const { window, screen } = await open({
    'pages/a/a.wxml': '<view bind:tap="press">hello</view>',
    'pages/a/a.ts': 'Page({\n  press() {\n    const nothing: any = undefined\n    nothing.at.all()\n  },\n})',
  })
  await screen.getByText('hello').click()
  const problem = window.getByRole('alert')
  await problem.getByText('miniprogram/pages/a/a.ts:4:13').waitFor()
  expect(await problem.textContent()).toContain('TypeError: Cannot read properties of undefined')
  expect(await problem.locator('.problem-line.is-it').textContent()).toContain('nothing.at.all()')
  await problem.getByRole('button', { name: '收起' }).click()
  expect(await problem.count()).toBe(0)
})

test.each([
  ['a page', { 'pages/b/b.ts': 'export {}' }, 'pages/b/b does not call Page() or Component()'],
  ['a script', { 'pages/b/b.ts': 'throw new Error("at the top")\nPage({})' }, 'Error: at the top'],
])('%s that cannot be opened says why, and leaves the page that is open', async (_, files, message) => {
  const { window, screen, run, paths } = await open({ ...TWO_PAGES, ...files })
  await screen.getByText('hello').waitFor()
  const failed = await run<string>('wx.navigateTo({ url: "/pages/b/b" }).catch(error => error.errMsg)')
  expect(failed).toMatch(/^navigateTo:fail /)
  await window.getByRole('alert').getByText(message).waitFor()
  expect(await paths()).toEqual(['pages/a/a'])
  expect(await screen.getByText('hello').isVisible()).toBe(true)
})

test('a rejection that nobody caught is shown, too', async () => {
  const { window } = await open({ 'pages/a/a.ts': 'Page({ async onLoad() { throw new Error("later") } })' })
  await window.getByRole('alert').getByText('Error: later').waitFor()
})

test('a built-in that the preview has not is a placeholder with its name', async () => {
  const { screen } = await open({ 'pages/a/a.wxml': '<map><view>inside</view></map>' })
  await screen.getByText('<map>').waitFor()
})

test('a mini program that does not compile shows why, and runs when it is mended', async () => {
  const project = makeMiniProgram({ 'pages/a/a.wxml': '<veiw />' })
  const { cloud } = await serve(project)
  const { window, screen } = await browse(cloud.url)
  await window.getByRole('alert').getByText('there is no component <veiw>').waitFor()
  project.write('miniprogram/pages/a/a.wxml', '<view>mended</view>')
  await screen.getByText('mended').waitFor()
  expect(await window.getByRole('alert').count()).toBe(0)
})

test('a window that is open follows when the server is started anew', async () => {
  const project = makeMiniProgram()
  const first = await serve(project)
  const { screen } = await browse(first.cloud.url)
  await screen.getByText('hello').waitFor()
  await first.end()
  project.write('miniprogram/pages/a/a.wxml', '<view>written meanwhile</view>')
  await serve(project, first.cloud.port)
  await screen.getByText('written meanwhile').waitFor()
})
