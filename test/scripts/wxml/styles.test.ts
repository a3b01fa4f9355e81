import { checkWithoutTypes, type Files, shown, useMiniPrograms } from './support'

const makeMiniProgram = useMiniPrograms()

const wxss = (text: string): Files => ({ 'pages/home/home.wxss': text })
const wxs = (text: string): Files => ({ 'tools.wxs': text })

const WRONG: [what: string, files: Files, expected: string[]][] = [
  [
    'a rule that is not closed',
    wxss('.a {\n  color: red;\n'),
    ['pages/home/home.wxss:3:1 wxss-syntax: Expected "}" to go with "{"'],
  ],
  [
    'a bracket too many',
    wxss('.a { color: red; }\n}\n'),
    ['pages/home/home.wxss:2:1 wxss-syntax: Unexpected "}"'],
  ],
  [
    'a declaration without a colon',
    wxss('.a {\n  color red;\n}'),
    ['pages/home/home.wxss:2:8 wxss-syntax: Expected ":"'],
  ],
  [
    'a misspelt property, behind Chinese',
    wxss('.a { /* 颜色 */ colr: red; }'),
    ['pages/home/home.wxss:1:15 wxss-syntax: "colr" is not a known CSS property (did you mean "color"?)'],
  ],
  [
    'a comment of another language',
    wxss('// red\n.a { color: red; }'),
    ['pages/home/home.wxss:1:1 wxss-syntax: Comments in CSS use "/* ... */" instead of "//"'],
  ],
  [
    'an imported sheet that is missing',
    { ...wxss('/* @import "x.wxss"; */\n@import "../comon.wxss";'), 'pages/common.wxss': '.a {}' },
    [
      'pages/home/home.wxss:2:10 import-missing: @import: there is no miniprogram/pages/comon.wxss (did you mean "../common.wxss"?)',
    ],
  ],
  [
    'sheets that are named from the folder of the mini program, without and with a slip',
    {
      ...wxss('@import "styles/list.wxss";\n@import "/stlyes/lsit.wxss";'),
      'styles/list.wxss': '',
      'a/list.wxss': '',
    },
    [
      'pages/home/home.wxss:1:10 import-missing: @import: there is no miniprogram/pages/home/styles/list.wxss (did you mean "../../styles/list.wxss"?)',
      'pages/home/home.wxss:2:10 import-missing: @import: there is no miniprogram/stlyes/lsit.wxss (did you mean "/styles/list.wxss"?)',
    ],
  ],
  [
    'a sheet that is like no other',
    wxss('@import "nope.wxss";'),
    ['pages/home/home.wxss:1:10 import-missing: @import: there is no miniprogram/pages/home/nope.wxss'],
  ],
  [
    'a picture of the package in a style',
    wxss('.a {\n  background: url("/images/a.png");\n}'),
    [
      'pages/home/home.wxss:2:15 wxss-local-file: url(/images/a.png): a style sheet cannot load files of the package (use an address with https, a data: URL, or an <image> in the template)',
    ],
  ],
  ['wxs that cannot be parsed', wxs('var a = ;\n'), ['tools.wxs:1:9 wxs-syntax: Unexpected token']],
  ['let in wxs', wxs('var a = 1\nlet b = 2\n'), ['tools.wxs:2:1 wxs-syntax: WXS has no let (write var)']],
  [
    'an arrow function in wxs',
    wxs('module.exports = { twice: function (x) { return x }, f: x => x }'),
    [
      'tools.wxs:1:57 wxs-syntax: WXS is not documented to have arrow functions (write function (...) { return ... })',
    ],
  ],
  [
    'a template string in wxs',
    wxs('var a = `b`'),
    ['tools.wxs:1:9 wxs-syntax: WXS is not documented to have template strings (join strings with +)'],
  ],
  [
    'a regular expression in wxs',
    wxs('var a = /b/g'),
    ["tools.wxs:1:9 wxs-syntax: WXS has no regular expressions between slashes (write getRegExp('...'))"],
  ],
  [
    'new in wxs',
    wxs('var now = new Date()'),
    [
      'tools.wxs:1:11 wxs-syntax: WXS is not documented to have new (dates come from getDate(), regular expressions from getRegExp())',
    ],
  ],
  [
    'try in wxs, which is not documented',
    wxs('try { a() } catch (e) {}'),
    ['tools.wxs:1:1 warning wxs-syntax: WXS is not documented to have try (test the value before)'],
  ],
  [
    'a wxs that requires one that is missing',
    { ...wxs("var t = require('/mony.wxs')"), 'lib/money.wxs': '' },
    [
      'tools.wxs:1:18 wxs-missing: require: there is no miniprogram/mony.wxs (did you mean "./lib/money.wxs"?)',
    ],
  ],
  [
    'wxs inside a template',
    { 'pages/home/home.wxml': '<view />\n<wxs module="m">\n  const a = 1\n</wxs>' },
    ['pages/home/home.wxml:3:3 wxs-syntax: WXS has no const (write var)'],
  ],
]

test.each(WRONG)('%s', async (_, files, expected) => {
  expect((await checkWithoutTypes(makeMiniProgram(files))).map(shown)).toEqual(expected)
})

const RIGHT: [what: string, files: Files][] = [
  [
    'what WXSS adds to CSS',
    {
      ...wxss(
        '@import "../common.wxss";\npage { --a: 1rpx; }\n.a::after { width: calc(100% - 20rpx); content: "}"; }\n@media (prefers-color-scheme: dark) { .a { color: red } }',
      ),
      'pages/common.wxss': '.b { margin: 0 }',
    },
  ],
  [
    'addresses elsewhere',
    wxss(".a { background: url(https://example.com/a.png), url('data:image/png;base64,AAAA') }"),
  ],
  [
    'wxs as documented',
    wxs(
      "var t = require('./t.wxs')\nfunction f(a) { for (var i = 0; i < a.length; i++) { switch (a[i]) { case 1: break; default: continue } } return getRegExp('a').test(t.x) ? getDate().getTime() : typeof a }\nmodule.exports = { f: f }\nmodule.exports.g = function () { return arguments.length }",
    ),
  ],
  ['the comment that ends a script', wxs('var a = 1\n/* and so on\nvar b = `')],
]

test.each(RIGHT)('nothing is wrong with %s', async (_, files) => {
  expect(
    (await checkWithoutTypes(makeMiniProgram({ 't.wxs': 'module.exports = { x: 1 }', ...files }))).map(shown),
  ).toEqual([])
})
