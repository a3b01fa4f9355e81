/** @jest-environment jsdom */
import { useFakeCloud } from '../support/fake-cloud'
import { render, useRendering } from '../support/render'
import { until } from '../support/until'

useRendering()
const cloud = useFakeCloud()
const warn = jest.spyOn(console, 'warn').mockImplementation(() => {})
beforeEach(() => warn.mockClear())

test('an image of the mini program is found from its root, and fits by its mode', async () => {
  const { find } = render('<image src="images/a.png" mode="aspectFill" />')
  const picture = find<HTMLImageElement>('img')
  await until(() => picture.getAttribute('src'))
  expect(picture.getAttribute('src')).toBe('/images/a.png')
  expect(picture.style.objectFit).toBe('cover')
})

test.each([
  ['scaleToFill', 'fill', ''],
  ['aspectFit', 'contain', ''],
  ['widthFix', 'fill', ''],
  ['heightFix', 'fill', ''],
  ['top left', 'none', 'left top'],
])('mode="%s" lays the picture out', (mode, fit, position) => {
  const { style } = render(`<image src="/a.png" mode="${mode}" />`).find('img')
  expect([style.objectFit, style.objectPosition.split(' ').sort().join(' ')]).toEqual([fit, position])
})

test('an image of cloud storage is shown from the own origin', async () => {
  cloud.answer(() => ({
    body: {
      data: {
        download_list: [
          {
            code: 'SUCCESS',
            fileID: 'cloud://e/a.png',
            tempFileURL: 'http://127.0.0.1:8710/cos/k/a.png?sign=s',
          },
        ],
      },
    },
  }))
  const { find } = render('<image src="cloud://e/a.png" mode="widthFix" />')
  await until(() => find('img').getAttribute('src'))
  expect(find('img').getAttribute('src')).toBe('/cos/k/a.png?sign=s')
  expect(find('wx-image').getAttribute('style')).toContain('height:auto')
})

test.each(['https://example.com/a.png', 'cloud://e/secret.png'])(
  'an image that cannot be shown is an error event, and a line in the console: %s',
  async src => {
    cloud.answer(() => ({
      body: { data: { download_list: [{ code: 'STORAGE_EXCEED_AUTHORITY', fileID: src }] } },
    }))
    const { details, find } = render(`<image src="${src}" bind:error="onError" />`)
    await until(() => details('onError').length > 0)
    expect(details('onError')[0].errMsg).toMatch(/refused https|-503002/)
    expect(find('img').hasAttribute('src')).toBe(false)
    expect(warn.mock.calls).toEqual([[expect.stringContaining(`<image src="${src}"> in page: `)]])
  },
)

test('load tells the size of the picture', () => {
  const { details, find } = render('<image src="/a.png" bind:load="onLoad" />')
  find('img').dispatchEvent(new Event('load'))
  expect(details('onLoad')).toEqual([{ width: 0, height: 0 }])
})

test('a text can be selected only if it says so', () => {
  const { find } = render('<text user-select="{{true}}">a</text>')
  expect(find('.wx-text-content').classList.contains('wx-text-selectable')).toBe(true)
})

test('a text decodes the entities of its data if it says so, each time and once', async () => {
  const page = render(
    '<text class="on" decode="{{on}}">a: {{text}}<text class="inside">{{text}}</text></text><text class="off">{{text}}</text>',
    { data: { text: '&lt;&nbsp;&ensp;&emsp;&apos;&amp;lt;&gt; &quot;', on: true } },
  )
  const textOf = (selector: string) => page.find(selector).textContent
  await null
  const raw = '&lt;&nbsp;&ensp;&emsp;&apos;&amp;lt;&gt; &quot;'
  expect(textOf('.on')).toBe(`a: <\u00a0\u2002\u2003'&lt;> &quot;${raw}`)
  expect([textOf('.inside'), textOf('.off')]).toEqual([raw, raw])
  page.setData({ text: '1 &lt; 2' })
  await null
  expect([textOf('.on'), textOf('.off')]).toEqual(['a: 1 < 21 &lt; 2', '1 &lt; 2'])
  page.setData({ on: false, text: '&gt;' })
  await null
  expect(textOf('.on')).toBe('a: &gt;&gt;')
  page.setData({ on: true })
  expect(textOf('.on')).toBe('a: >&gt;')
})

test('a navigator goes where it leads, in its way', async () => {
  const page = render(
    '<navigator url="/pages/a/a?b=1">a</navigator><navigator class="r" open-type="redirect" url="/c">c</navigator><navigator open-type="navigateBack" delta="2">d</navigator>',
  )
  for (const link of document.querySelectorAll('wx-navigator')) page.tap(link)
  await until(() => page.phone.asked.length >= 4)
  expect(page.phone.asked.slice(1)).toEqual([
    ['navigateTo', '/pages/a/a?b=1'],
    ['redirectTo', '/c'],
    ['navigateBack', 2],
  ])
})

test('a navigator that leads nowhere fires fail, and what it cannot do is reported', async () => {
  const page = render(
    '<navigator url="" bind:fail="onFail">a</navigator><navigator open-type="exit">b</navigator>',
  )
  for (const link of document.querySelectorAll('wx-navigator')) page.tap(link)
  await until(() => page.details('onFail').length > 0)
  expect(page.details('onFail')[0].errMsg).toContain('navigateTo:fail parameter error')
  expect(warn.mock.calls).toEqual([[expect.stringContaining('<navigator url=""> in page: navigateTo:fail')]])
  expect(page.phone.reported).toEqual([{ type: 'missing-api', name: 'navigator open-type="exit"' }])
})

test('a scroll-view tells where it is, and when it comes near its end', () => {
  const page = render(
    '<scroll-view scroll-y bind:scroll="onScroll" bind:scrolltolower="onLower"><view>a</view></scroll-view>',
  )
  const area = page.find('.wx-scroll-area')
  const sizes = { scrollHeight: 1000, clientHeight: 200, scrollWidth: 100, clientWidth: 100 }
  for (const [name, value] of Object.entries(sizes)) Object.defineProperty(area, name, { value })
  for (const top of [100, 740, 760, 770]) {
    area.scrollTop = top
    area.dispatchEvent(new Event('scroll'))
  }
  expect(page.details('onScroll')[1]).toMatchObject({ scrollTop: 740, deltaY: -640, scrollHeight: 1000 })
  expect(page.details('onLower')).toEqual([{ direction: 'bottom' }])
})

test('a scroll-view says once that it has no refresher', () => {
  const page = render(
    '<scroll-view wx:for="{{2}}" scroll-y refresher-enabled="{{on}}" refresher-triggered bind:refresherrefresh="onRefresh" />',
    { data: { on: false } },
  )
  expect(page.phone.reported).toEqual([])
  page.setData({ on: true })
  expect(page.phone.reported).toEqual([{ type: 'missing-api', name: 'scroll-view refresher-enabled' }])
})

test('page-meta and navigation-bar act on the page around them', () => {
  const { phone } = render(
    '<page-meta background-color="#123456" root-font-size="20px"><navigation-bar title="T" front-color="#ffffff" background-color="#000000" /></page-meta>',
  )
  expect(document.documentElement.style.fontSize).toBe('20px')
  expect(phone.asked).toContainEqual([
    'setNavigationBar',
    { title: 'T', loading: false, front: 'white', background: '#000000' },
  ])
  render('<page-meta root-font-size="system" />')
  expect(document.documentElement.style.fontSize).toBe('')
})

test('a swiper shows one item and tells which, with a dot for each', async () => {
  const page = render(
    '<swiper indicator-dots current="{{at}}" bind:change="onChange"><swiper-item>a</swiper-item><swiper-item>b</swiper-item></swiper>',
    { data: { at: 0 } },
  )
  await until(() => document.querySelectorAll('.wx-swiper-dots > span').length === 2)
  const track = page.find('.wx-swiper-track')
  Object.defineProperty(track, 'clientWidth', { value: 300 })
  track.scrollLeft = 300
  track.dispatchEvent(new Event('scroll'))
  expect(page.details('onChange')).toEqual([{ current: 1, source: '', currentItemId: '' }])
})

describe('rich-text', () => {
  const inside = (nodes: unknown) => {
    const { find } = render('<rich-text nodes="{{nodes}}" />', { data: { nodes } })
    return find('wx-rich-text').innerHTML
  }

  test('draws HTML and nodes alike', () => {
    const drawn = '<p class="a">one <b>two</b></p><img src="/a.png">'
    expect(inside('<p class="a">one <b>two</b></p><img src="/a.png">')).toBe(drawn)
    expect(
      inside([
        {
          name: 'p',
          attrs: { class: 'a' },
          children: [
            { type: 'text', text: 'one ' },
            { name: 'b', children: [{ type: 'text', text: 'two' }] },
          ],
        },
        { name: 'img', attrs: { src: '/a.png' } },
      ]),
    ).toBe(drawn)
  })

  test('decodes the entities of text nodes, and takes no HTML out of them', () => {
    expect(inside([{ type: 'text', text: ' a&nbsp;&lt;b&gt; &amp;amp; &copy; <i>x</i>' }])).toBe(
      ' a&nbsp;&lt;b&gt; &amp;amp; © &lt;i&gt;x&lt;/i&gt;',
    )
    expect(inside('&amp;lt;')).toBe('&amp;lt;')
  })

  test('keeps styles, and texts that look like one', () => {
    expect(inside('<p class="a" STYLE = "color: red">a style="b"</p>')).toBe(
      '<p class="a" style="color: red;">a style="b"</p>',
    )
  })

  test.each([
    '<script>alert(1)</script>',
    '<iframe src="/"></iframe><object></object><form action="/"><input></form>',
    '<img src="x" onerror="alert(1)">',
    '<a href="javascript:alert(1)">a</a>',
    '<svg><a xlink:href="javascript:alert(1)"></a></svg><!-- x -->',
  ])('lets nothing through that runs: %s', html => {
    expect(inside(html)).toMatch(/^(?:|<img src="x">|<a>a<\/a>)$/)
  })

  test.each([undefined, null, 7, {}, [null].slice(1), [{ name: 'constructor' }]])(
    'draws nothing for %j',
    nodes => {
      expect(inside(nodes)).toBe('')
    },
  )
})
