import type { BrowserContextOptions } from 'playwright-core'
import { useScreens } from './use-screens'

jest.setTimeout(60_000)

const { show } = useScreens()

/** A page in a browser; its handler `note` writes down who heard what. */
async function open(wxml: string, page = '{}', options: BrowserContextOptions = {}) {
  const shown = await show(
    {
      'pages/a/a.wxml': wxml,
      'app.ts': 'App({ heard: [] })',
      'pages/a/a.ts': `const { heard } = getApp()
        Page({
          note({ type, currentTarget, detail }) { heard.push({ type, id: currentTarget.id, detail }) },
          ...${page},
        })`,
    },
    options,
  )
  const { run } = shown
  return {
    ...shown,
    heard: () => run<{ type: string; id: string; detail: unknown }[]>('getApp().heard.splice(0)'),
  }
}

test('what the tap of a finger has put up stays there until it is touched itself', async () => {
  const { screen, run, heard } = await open(
    `<view style="height: 600px" bindtap="ask">
       <picker range="{{['a', 'b']}}" bindchange="note" bindcancel="note"><text>pick</text></picker>
     </view>`,
    `{ ask() { this.asked?.() } }`,
    { hasTouch: true },
  )
  await screen.getByText('pick').tap()
  await screen.getByText('确定').tap()
  expect(await heard()).toMatchObject([{ type: 'change', detail: { value: 0 } }])

  for (const [call, part] of [
    ['showActionSheet({ itemList: ["a"] })', '.wx-sheet-mask'],
    ['showModal({})', '.wx-dialog-main'],
    ['previewImage({ urls: ["/a.png"] })', '.wx-preview'],
  ] as const) {
    await run(`void (getCurrentPages()[0].asked = () => wx.${call}.catch(() => {}))`)
    const at = screen.locator(part)
    // where the main button of a dialog comes up, and nothing but the mask of the others
    await screen.locator('wx-view').tap({ position: { x: 250, y: 350 } })
    await at.waitFor()
    // the click of the browser has been sent as soon as the finger's next one may be
    await screen.locator(part).tap({ position: { x: 20, y: 20 } })
    await at.waitFor({ state: 'detached' })
  }
})

test('a click on a disabled field reaches the field and what is around it', async () => {
  const { window, screen, heard } = await open(
    `<view id="around" bindtap="note"><input id="own" disabled value="text" bindtap="note" bindfocus="note" /></view>
     <view id="area" bindtap="note"><textarea disabled placeholder="text area" bindfocus="note" /></view>
     <picker range="{{['a', 'b']}}" bindchange="note"><input class="opener" disabled placeholder="pick" /></picker>`,
  )
  const ids = async () => (await heard()).map(({ id }) => id)
  await screen.locator('wx-input').first().click()
  expect(await ids()).toEqual(['own', 'around'])
  await screen.locator('wx-textarea').click()
  expect(await ids()).toEqual(['area'])
  await screen.locator('wx-picker').click()
  await screen.getByText('确定').click()
  await window.keyboard.type('typed')
  expect(await screen.locator('input').first().inputValue()).toBe('text')
  expect(await heard()).toMatchObject([{ type: 'change' }])
})

const SWIPER = `<swiper current="{{at}}" bindchange="note" bindanimationfinish="note" bindtap="note">
    <swiper-item wx:for="{{['a', 'b', 'c', 'd']}}" wx:key="*this" item-id="item-{{item}}"><view>{{item}}</view></swiper-item>
  </swiper>`

/** A swiper has come to rest. */
const FINISHED = `new Promise(done => {
  const look = () => getApp().heard.some(({ type }) => type === 'animationfinish') ? done() : setTimeout(look)
  look()
})`

test('a swiper that a page moves tells where it arrives, and nothing of the way', async () => {
  const { run, heard } = await open(SWIPER, '{ data: { at: 0 } }')
  await heard()
  await run('getCurrentPages()[0].setData({ at: 3 })')
  await run(FINISHED)
  const detail = { current: 3, source: '', currentItemId: 'item-d' }
  expect(await heard()).toMatchObject([
    { type: 'change', detail },
    { type: 'animationfinish', detail },
  ])
})

test('the mouse drags a swiper to its next item, and a scroll-view sideways, without a tap', async () => {
  const { window, screen, run, heard } = await open(
    `${SWIPER}<scroll-view scroll-x bindtap="note"><view style="width: 900px; height: 100px">wide</view></scroll-view>`,
  )
  const drag = async (selector: string) => {
    const box = await screen.locator(selector).first().boundingBox()
    if (!box) throw new Error(`there is no ${selector}`)
    const [x, y] = [box.x + 200, box.y + 40]
    await window.mouse.move(x, y)
    await window.mouse.down()
    await window.mouse.move(x - 60, y, { steps: 4 })
    await window.mouse.move(x - 150, y, { steps: 4 })
    await window.mouse.up()
  }
  const moved = () => run<number>('document.querySelector(".wx-scroll-area").scrollLeft')
  await drag('wx-scroll-view')
  expect(await moved()).toBe(150)
  expect((await heard()).filter(({ type }) => type === 'tap')).toEqual([])

  await drag('wx-swiper')
  await run(FINISHED)
  await screen.getByText('b', { exact: true }).click()
  const detail = { current: 1, source: 'touch', currentItemId: 'item-b' }
  expect(await heard()).toMatchObject([
    { type: 'change', detail },
    { type: 'animationfinish', detail },
    { type: 'tap' },
  ])
})

test('a scroll-view begins where its page says', async () => {
  const { run } = await open(
    `<scroll-view scroll-x scroll-y scroll-top="120" scroll-left="{{left}}" style="height: 100px" scroll-with-animation>
       <view style="width: 900px; height: 900px" />
     </scroll-view>`,
    '{ data: { left: 30 } }',
  )
  const place = () =>
    run('(({ scrollTop, scrollLeft }) => [scrollTop, scrollLeft])(document.querySelector(".wx-scroll-area"))')
  expect(await place()).toEqual([120, 30])
})

test('an intersection observer tells first what is not as it was said to be, margins may be left out', async () => {
  const { run } = await open(
    `<view id="in" class="box" data-name="inside" style="height: 100px" /><view style="height: 2000px" /><view id="out" class="box" style="height: 100px" />
     <view style="height: 300px" />`,
    `{
      watch(selector, options, margins) {
        return new Promise(done => {
          const told = []
          const tell = result => told.push([result.id, result.intersectionRatio, result.dataset.name])
          const observer = this.createIntersectionObserver(options)
          observer.relativeToViewport(margins).observe(selector, tell)
          // browsers look at what is observed once in each frame
          requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => {
            observer.disconnect()
            done(told)
          })))
        })
      },
    }`,
  )
  const watch = (...args: unknown[]) =>
    run(`getCurrentPages()[0].watch(...${JSON.stringify(args)}.map(value => value ?? undefined))`)
  expect(await watch('#in')).toEqual([['in', 1, 'inside']])
  expect(await watch('#out')).toEqual([])
  expect(await watch('.box', { observeAll: true })).toEqual([['in', 1, 'inside']])
  expect(await watch('.box', { observeAll: true, initialRatio: 1 })).toEqual([['out', 0, undefined]])
  expect(
    await run(`new Promise(done => wx.createIntersectionObserver().observe('#in', ({ id }) => done(id)))`),
  ).toBe('in')
  expect(await watch('#out', null, { bottom: 3000 })).toEqual([['out', 1, undefined]])
  expect(await watch('#in', null, { top: -50 })).toEqual([['in', 0.5, 'inside']])
})
