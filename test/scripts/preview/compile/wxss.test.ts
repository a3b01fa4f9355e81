import { transformWxss, type WxssOptions } from '../../../../scripts/preview/compile/wxss'

const PLAIN: WxssOptions = { classPrefix: '', host: ':host', where: '', url: path => `/at/${path}` }
const COMPONENT: WxssOptions = { ...PLAIN, classPrefix: 'c--', host: '[wx-host="c"]' }
const PAGE: WxssOptions = { ...PLAIN, where: ':where(X)' }

const compact = (css: string) => css.replace(/\s*\n\s*/g, '').trim()

test.each([
  ['rpx is a share of the width', '.a{width:750rpx}', '.a{width:100vw;}'],
  ['rpx below one', '.a{border:1rpx solid}', '.a{border:0.13333vw solid;}'],
  ['negative rpx', '.a{margin:-30rpx 0}', '.a{margin:-4vw 0;}'],
  ['rpx inside calc', '.a{width:calc(100% - 15.0rpx)}', '.a{width:calc(100% - 2vw);}'],
  ['vh leaves out the bars', '.a{height:50vh}', '.a{height:calc(var(--window-height) * 0.5);}'],
  ['px stays', '.a{width:12px}', '.a{width:12px;}'],
  ['a text that looks like a length stays', '.a::after{content:"10rpx"}', '.a::after{content:"10rpx";}'],
  ['a name that looks like a length stays', '.a{--w10rpx:1}', '.a{--w10rpx:1;}'],
  ['tags', 'page view>text{color:red}', 'wx-page wx-view>wx-text{color:red;}'],
  ['the universal selector', '*{margin:0}', '*{margin:0;}'],
  ['attributes', '.a[disabled]{color:red}', '.a[disabled]{color:red;}'],
  ['formulas', 'view:nth-child(2n+1){color:red}', 'wx-view:nth-child(2n+1){color:red;}'],
  ['tags in brackets', '.a:not(view){color:red}', '.a:not(wx-view){color:red;}'],
  ['addresses', '.a{background:url(./x.png)}', '.a{background:url("/at/./x.png");}'],
  ['comments', '/* a{} */ .a{/* b */color:red}', '.a{color:red;}'],
  ['groups', '@media (min-width:9px){view{width:75rpx}}', '@media (min-width:9px){wx-view{width:10vw;}}'],
  ['keyframes', '@keyframes k{from{top:75rpx}50%{top:0}}', '@keyframes k{from{top:10vw;}50%{top:0;}}'],
  ['a charset', '@charset "utf-8";.a{color:red}', '@charset "utf-8";.a{color:red;}'],
])('transformWxss(): %s', (_, wxss, css) => {
  expect(compact(transformWxss(wxss, PLAIN))).toBe(css)
})

test('transformWxss() gives every class of a component its prefix, and :host its element', () => {
  const css = transformWxss('.a.b > .c:not(.d), :host{color:red}', COMPONENT)
  expect(compact(css)).toBe('.c--a.c--b > .c--c:not(.c--d), [wx-host="c"]{color:red;}')
})

test('transformWxss() narrows each selector of a page, behind a tag if it begins with one', () => {
  const css = transformWxss('.a .b, view.c::before, [d]{color:red} @keyframes k{to{top:0}}', PAGE)
  expect(compact(css)).toBe(
    ':where(X).a .b, wx-view:where(X).c::before, :where(X)[d]{color:red;}@keyframes k{to{top:0;}}',
  )
})

test('transformWxss() ends with whatever it is given', () => {
  for (const text of [
    '',
    '{',
    '}',
    '.a{',
    '.a{color',
    '@media',
    '@media (',
    '"',
    '.a{content:"',
    '/*',
    '@keyframes k{',
  ]) {
    expect(typeof transformWxss(text, PLAIN)).toBe('string')
  }
})
