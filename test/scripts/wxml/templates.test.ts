import { checkWithoutTypes, type Files, shown, useMiniPrograms } from './support'

const makeMiniProgram = useMiniPrograms()

const wxml = (text: string): Files => ({ 'pages/home/home.wxml': text })
const HOME = 'pages/home/home.wxml'
const ROW = {
  'components/row/row.json': '{ "component": true }',
  'components/row/row.wxml': '<view />',
  'components/row/row.ts': 'Component({})',
}

const WRONG: [what: string, files: Files, expected: string[]][] = [
  [
    'a tag that is not closed',
    wxml('<view>\n  <text>a\n</view>\n'),
    [`${HOME}:2:4 wxml-syntax: missing end tag (close the tag, or end it with />)`],
  ],
  [
    'an end tag without a tag',
    wxml('<view />\n</text>\n'),
    [`${HOME}:2:1 wxml-syntax: invalid end tag (remove it, or open the tag before it)`],
  ],
  ['an expression that is not closed', wxml('<view hidden="{{a">\n</view>'), []],
  ['an expression that is none', wxml('<view>\n{{ a.. }}</view>'), []],
  ['a new in an expression', wxml('<view>{{ new Date() }}</view>'), []],
  ['optional chaining, which templates do without', wxml('<view>{{ title?.length }}</view>'), []],
  ['a default for null', wxml("<view>{{ title ?? 'a' }}</view>"), []],
  ['a template string', wxml('<view>{{ `a${title}` }}</view>'), []],
  ['an arrow function', wxml('<view>{{ list.map(a => a) }}</view>'), []],
  ['an else without an if', wxml('<view />\n<view wx:else />'), []],
  ['a misspelt wx:', wxml('<view wx:fro="{{[1]}}" />'), []],
  ['an attribute twice', wxml('<view hidden  hidden="{{true}}" />'), []],
  ['a value without quotes', wxml('<view bind:tap=open />'), []],
  ['an entity that is none', wxml('<view>&nosuch;</view>'), []],
  ['a child of a slot', wxml('<slot><view /></slot>'), []],
  ['wx:for-item without wx:for', wxml('<view wx:for-item="x" />'), []],
  ['a tag of HTML', wxml('<view>\n  <div>a</div>\n</view>'), []],
  ['a misspelt tag', wxml('<scrol-view />'), []],
  ['a component that is not declared', wxml('<user-avatar />'), []],
  ['an import that is missing', wxml('<import src="./rows.wxml" />'), []],
  [
    'an import with a slip',
    { ...wxml('<import src="/tpl/rwos" />'), 'tpl/rows.wxml': '<template name="row" />' },
    [],
  ],
  ['an include that is missing', wxml('<view />\n<include src="../foot" />'), []],
  ['a script that is missing', wxml('<wxs module="m" src="./m.wxs" />'), []],
  [
    'a named template that is missing',
    {
      ...wxml('<import src="rows" />\n<template is="rwo" />'),
      'pages/home/rows.wxml': '<template name="row"></template>',
    },
    [],
  ],
  ['a picture that is missing', { ...wxml('<image src="/images/lgoo.png" />'), 'images/logo.png': '' }, []],
  ['a picture that is missing from here', wxml('<image\n  src="a.png"\n/>'), []],
  ['a link to a page that is not there', wxml('<navigator url="/pages/hoem/home?id=1">a</navigator>'), []],
  [
    'a component that is missing',
    {
      'pages/home/home.json': '{\n  "usingComponents": { "x-row": "/components/rwo/row" }\n}',
      ...wxml('<x-row />'),
      ...ROW,
      'app.json': '{ "pages": ["pages/home/home"], "usingComponents": { "y-row": "/components/row/row" } }',
    },
    [],
  ],
  [
    'a component of a package that was not built',
    {
      'pages/home/home.json': '{ "usingComponents": { "t-button": "tdesign-miniprogram/button/button" } }',
      ...wxml('<t-button />'),
    },
    [],
  ],
  [
    'a component without a template',
    {
      ...ROW,
      'components/row/row.ts': '',
      'pages/home/home.json': '{ "usingComponents": { "x-row": "../../components/col/col" } }',
      ...wxml('<x-row />'),
      'components/col/col.json': '{ "component": true }',
      'components/col/col.ts': 'Component({})',
      'components/row/row.json': '{}',
    },
    [],
  ],
  [
    'a component that does not say so',
    {
      ...ROW,
      'components/row/row.json': '{ }',
      'pages/home/home.json': '{ "usingComponents": { "x-row": "/components/row/row" } }',
      ...wxml('<x-row />'),
    },
    [],
  ],
  [
    'a component that is declared and not used',
    {
      ...ROW,
      'pages/home/home.json': '{\n  "usingComponents": {\n    "x-row": "/components/row/row"\n  }\n}',
    },
    [],
  ],
  ['a component that nobody declares', ROW, []],
]

test.each(WRONG)('%s', async (_, files, expected) => {
  expect((await checkWithoutTypes(makeMiniProgram(files))).map(shown)).toEqual(expected)
})

const RIGHT: [what: string, files: Files][] = [
  [
    'every tag that is built in',
    wxml(
      '<page-meta /><scroll-view><text>a</text></scroll-view><root-portal /><xr-scene /><swiper><swiper-item /></swiper><wxs module="m" />',
    ),
  ],
  [
    'what is not in the package',
    wxml(
      '<image src="https://example.com/a.png" /><image src="cloud://a.b/c.png" /><image src="{{a}}" /><image src="data:image/png;base64,A" /><image src="" />',
    ),
  ],
  [
    'links with queries, to other mini programs, and back',
    wxml(
      '<navigator url="../home/home?a=b#c" /><navigator target="miniProgram" app-id="wx1" url="x" /><navigator open-type="navigateBack" /><navigator url="{{a}}" />',
    ),
  ],
  [
    'entities, comments and braces in strings',
    wxml('<!-- <oops> {{ --><view>&lt;{{ "}}" }} {{ \'<a>\' }}</view>'),
  ],
  [
    'components of the app, in an import',
    {
      ...ROW,
      ...wxml('<import src="./rows" /><template is="rows" />'),
      'pages/home/rows.wxml': '<template name="rows"><y-row /></template>',
      'app.json': '{ "pages": ["pages/home/home"], "usingComponents": { "y-row": "/components/row/row" } }',
    },
  ],
  [
    'a folder with an index, a placeholder and generics',
    {
      ...wxml('<x-list generic:item="x-row" /><slow-part />'),
      'pages/home/home.json':
        '{ "usingComponents": { "x-list": "/components/list", "x-row": "/components/row/row", "slow-part": "plugin://p/part", "fast-part": "/components/row/row" }, "componentPlaceholder": { "slow-part": "fast-part" } }',
      ...ROW,
      'components/list/index.json':
        '{ "component": true, "componentGenerics": { "item": { "default": "/components/row/row" } } }',
      'components/list/index.wxml': '<item />',
      'components/list/index.ts': 'Component({})',
    },
  ],
]

test.each(RIGHT)('nothing is wrong with %s', async (_, files) => {
  expect((await checkWithoutTypes(makeMiniProgram(files))).map(shown)).toEqual([])
})
