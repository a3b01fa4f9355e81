import { checkWithoutTypes, type Files, shown, useMiniPrograms } from './support'

const makeMiniProgram = useMiniPrograms()

const wxss = (text: string): Files => ({ 'pages/home/home.wxss': text })
const wxs = (text: string): Files => ({ 'tools.wxs': text })

const WRONG: [what: string, files: Files, expected: string[]][] = [
  ['a rule that is not closed', wxss('.a {\n  color: red;\n'), []],
  ['a bracket too many', wxss('.a { color: red; }\n}\n'), []],
  ['a declaration without a colon', wxss('.a {\n  color red;\n}'), []],
  ['a misspelt property, behind Chinese', wxss('.a { /* 颜色 */ colr: red; }'), []],
  ['a comment of another language', wxss('// red\n.a { color: red; }'), []],
  [
    'an import that is missing',
    { ...wxss('/* @import "x.wxss"; */\n@import "../comon.wxss";'), 'pages/common.wxss': '.a {}' },
    [],
  ],
  ['a picture of the package in a style', wxss('.a {\n  background: url("/images/a.png");\n}'), []],
  ['wxs that cannot be parsed', wxs('var a = ;\n'), []],
  ['let in wxs', wxs('var a = 1\nlet b = 2\n'), []],
  ['an arrow function in wxs', wxs('module.exports = { twice: function (x) { return x }, f: x => x }'), []],
  ['a template string in wxs', wxs('var a = `b`'), []],
  ['a regular expression in wxs', wxs('var a = /b/g'), []],
  ['new in wxs', wxs('var now = new Date()'), []],
  ['try in wxs, which is not documented', wxs('try { a() } catch (e) {}'), []],
  [
    'a wxs that requires one that is missing',
    { ...wxs("var t = require('./tols.wxs')"), 'tool.wxs': '' },
    [],
  ],
  [
    'wxs inside a template',
    { 'pages/home/home.wxml': '<view />\n<wxs module="m">\n  const a = 1\n</wxs>' },
    [],
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
