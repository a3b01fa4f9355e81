import { checkWithoutTypes, type Files, shown, useMiniPrograms } from './support'

const makeMiniProgram = useMiniPrograms()

const wxml = (text: string): Files => ({ 'pages/home/home.wxml': text })
const HOME = 'pages/home/home.wxml'
const ROW = {
  'components/row/row.json': '{ "component": true }',
  'components/row/row.wxml': '<view />',
  'components/row/row.ts': 'Component({})',
}

const NO_CALLS =
  "a template can call nothing but the functions of a <wxs> module (compute it in the page's data, or call a function of a <wxs> module)"

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
  [
    'an expression that is not closed',
    wxml('<view hidden="{{a">\n</view>'),
    [
      'pages/home/home.wxml:1:15 wxml-syntax: missing expression end (close it with }})',
      'pages/home/home.wxml:1:1 wxml-syntax: incomplete tag',
    ],
  ],
  [
    'an expression that is none',
    wxml('<view>\n{{ a.. }}</view>'),
    ['pages/home/home.wxml:2:6 wxml-syntax: not a valid identifier'],
  ],
  [
    'a new in an expression',
    wxml('<view>{{ new Date() }}</view>'),
    [
      'pages/home/home.wxml:1:14 wxml-syntax: unexpected character inside expression (do it in the page, or in a .wxs)',
    ],
  ],
  [
    'optional chaining, which templates do without',
    wxml('<view>{{ title?.length }}</view>'),
    [
      'pages/home/home.wxml:1:15 wxml-syntax: unexpected character inside expression (a template reads through null and undefined by itself: write a plain dot)',
    ],
  ],
  [
    'a template string',
    wxml('<view>{{ `a` }}</view>'),
    ['pages/home/home.wxml:1:10 wxml-syntax: unexpected character inside expression (join strings with +)'],
  ],
  [
    'an arrow function',
    wxml('<view>{{ list.map(a => a) }}</view>'),
    [
      `pages/home/home.wxml:1:10 template-call: list.map(): ${NO_CALLS}`,
      'pages/home/home.wxml:1:21 wxml-syntax: unmatched parenthesis',
    ],
  ],
  [
    'calls of methods, behind Chinese and in the data of a template',
    wxml(
      '<view class="中文 {{a}} {{title.slice(0, 3)}}">{{ (1.5).toFixed(2) }}</view>\n<template is="t" data="{{t, n: [1].concat(2)}}" /><template name="t" />',
    ),
    [
      `pages/home/home.wxml:1:49 template-call: (1.5).toFixed(): ${NO_CALLS}`,
      `pages/home/home.wxml:1:25 template-call: title.slice(): ${NO_CALLS}`,
      `pages/home/home.wxml:2:32 template-call: [1].concat(): ${NO_CALLS}`,
    ],
  ],
  [
    'a call of what a function of a script gives, and of a script that is somewhere else',
    wxml('<wxs module="m">module.exports = {}</wxs>{{m.f(title).trim()}}{{n.f(title)}}'),
    [
      `pages/home/home.wxml:1:44 template-call: m.f(title).trim(): ${NO_CALLS}`,
      `pages/home/home.wxml:1:65 template-call: n.f(): ${NO_CALLS}`,
    ],
  ],
  [
    'an else without an if',
    wxml('<view />\n<view wx:else />'),
    ['pages/home/home.wxml:2:7 wxml-syntax: this attribute cannot stand here'],
  ],
  [
    'a misspelt wx:',
    wxml('<view wx:fro="{{[1]}}" />'),
    [
      'pages/home/home.wxml:1:7 wxml-syntax: invalid attribute prefix (wx: takes if, elif, else, for, for-item, for-index and key)',
    ],
  ],
  [
    'an attribute twice',
    wxml('<view hidden  hidden="{{true}}" />'),
    ['pages/home/home.wxml:1:15 wxml-syntax: duplicated attribute (keep one of the two)'],
  ],
  [
    'a value without quotes',
    wxml('<view bind:tap=open />'),
    ['pages/home/home.wxml:1:16 wxml-syntax: should be quoted'],
  ],
  [
    'a key that is an expression',
    wxml('<view wx:for="{{list}}" wx:key="{{item.id}}" />'),
    [
      'pages/home/home.wxml:1:33 warning wxml-syntax: data bindings are not allowed for this attribute (write the plain text; wx:key takes the name of a member, or *this)',
    ],
  ],
  [
    'an entity that is none',
    wxml('<view>&nosuch;</view>'),
    ['pages/home/home.wxml:1:7 wxml-syntax: illegal entity'],
  ],
  [
    'a child of a slot',
    wxml('<slot><view /></slot>'),
    ['pages/home/home.wxml:1:7 wxml-syntax: child nodes are not allowed for this element'],
  ],
  [
    'wx:for-item without wx:for',
    wxml('<view wx:for-item="x" />'),
    ['pages/home/home.wxml:1:7 wxml-syntax: this attribute cannot stand here'],
  ],
  [
    'a tag of HTML',
    wxml('<view>\n  <div>a</div>\n</view>'),
    [
      'pages/home/home.wxml:2:4 tag-unknown: <div> is neither built in nor declared in "usingComponents" (that is HTML; write <view>)',
    ],
  ],
  [
    'a misspelt tag',
    wxml('<scrol-view />'),
    [
      'pages/home/home.wxml:1:2 tag-unknown: <scrol-view> is neither built in nor declared in "usingComponents" (did you mean "scroll-view"?)',
    ],
  ],
  [
    'a component that is not declared',
    wxml('<user-avatar />'),
    [
      'pages/home/home.wxml:1:2 tag-unknown: <user-avatar> is neither built in nor declared in "usingComponents" (declare it in "usingComponents" of the .json file beside the template)',
    ],
  ],
  [
    'an import that is missing',
    wxml('<import src="./rows.wxml" />'),
    ['pages/home/home.wxml:1:14 import-missing: <import>: there is no miniprogram/pages/home/rows.wxml'],
  ],
  [
    'an import with a slip',
    { ...wxml('<import src="/tpl/rwos" />'), 'tpl/rows.wxml': '<template name="row" />' },
    [
      'pages/home/home.wxml:1:14 import-missing: <import>: there is no miniprogram/tpl/rwos.wxml (did you mean "/tpl/rows.wxml"?)',
    ],
  ],
  [
    'an include that is missing',
    wxml('<view />\n<include src="../foot" />'),
    ['pages/home/home.wxml:2:15 import-missing: <include>: there is no miniprogram/pages/foot.wxml'],
  ],
  [
    'a script that is missing',
    wxml('<wxs module="m" src="./m.wxs" />'),
    ['pages/home/home.wxml:1:22 wxs-missing: <wxs>: there is no miniprogram/pages/home/m.wxs'],
  ],
  [
    'a named template that is missing',
    {
      ...wxml('<import src="rows" />\n<template is="rwo" />'),
      'pages/home/rows.wxml': '<template name="row"></template>',
    },
    [
      'pages/home/home.wxml:2:15 template-missing: there is no <template name="rwo"> here or in an imported file (did you mean "row"?)',
    ],
  ],
  [
    'a picture that is missing',
    { ...wxml('<image src="/images/lgoo.png" />'), 'images/logo.png': '' },
    [
      'pages/home/home.wxml:1:13 image-missing: there is no miniprogram/images/lgoo.png (did you mean "/images/logo.png"?)',
    ],
  ],
  [
    'a picture with another ending, and one of which only a script has the name',
    { ...wxml('<image src="logo.jpg" /><image src="home.png" />'), 'images/logo.png': '' },
    [
      'pages/home/home.wxml:1:13 image-missing: there is no miniprogram/pages/home/logo.jpg (did you mean "../../images/logo.png"?)',
      'pages/home/home.wxml:1:37 image-missing: there is no miniprogram/pages/home/home.png',
    ],
  ],
  [
    'a picture that is missing from here',
    wxml('<image\n  src="a.png"\n/>'),
    ['pages/home/home.wxml:2:8 image-missing: there is no miniprogram/pages/home/a.png'],
  ],
  [
    'a link to a page that is not there',
    wxml('<navigator url="/pages/hoem/home?id=1">a</navigator>'),
    [
      'pages/home/home.wxml:1:17 page-not-listed: "pages/hoem/home" is not among the pages of app.json (did you mean "pages/home/home"?)',
    ],
  ],
  [
    'a component that is missing',
    {
      'pages/home/home.json': '{\n  "usingComponents": { "x-row": "/components/rwo/row" }\n}',
      ...wxml('<x-row />'),
      ...ROW,
      'app.json': '{ "pages": ["pages/home/home"], "usingComponents": { "y-row": "/components/row/row" } }',
    },
    [
      'pages/home/home.json:2:33 component-missing: the component <x-row> is not there: no file /components/rwo/row.json (did you mean "/components/row/row"?)',
      'app.json:1:54 warning component-unused: <y-row> is declared and not used (remove the line)',
    ],
  ],
  [
    'a component of a package that was not built',
    {
      'pages/home/home.json': '{ "usingComponents": { "t-button": "tdesign-miniprogram/button/button" } }',
      ...wxml('<t-button />'),
    },
    [
      'pages/home/home.json:1:36 component-missing: the component <t-button> is not there: no file tdesign-miniprogram/button/button.json (build the packages in DevTools (Tools, Build npm), or mend the path)',
    ],
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
    [
      'pages/home/home.json:1:33 component-missing: the component <x-row> has no miniprogram/components/col/col.wxml',
    ],
  ],
  [
    'a component that does not say so',
    {
      ...ROW,
      'components/row/row.json': '{ }',
      'pages/home/home.json': '{ "usingComponents": { "x-row": "/components/row/row" } }',
      ...wxml('<x-row />'),
    },
    [
      'components/row/row.json:1:1 component-not-declared: miniprogram/components/row/row.json is used as a component and does not say so (add "component": true)',
    ],
  ],
  [
    'a component that is declared and not used',
    {
      ...ROW,
      'pages/home/home.json': '{\n  "usingComponents": {\n    "x-row": "/components/row/row"\n  }\n}',
    },
    ['pages/home/home.json:3:5 warning component-unused: <x-row> is declared and not used (remove the line)'],
  ],
  [
    'a component that nobody declares',
    ROW,
    [
      'components/row/row.json:1:1 warning component-unused: no page and no component uses miniprogram/components/row/row (delete it, or declare it in "usingComponents")',
    ],
  ],
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
    'calls of functions of scripts, in brackets, strings, comments and in what is included',
    {
      ...wxml(
        '<wxs module="m">module.exports = { f: function (a) { return a.slice(0, 1) } }</wxs><!-- {{a.b()}} --><view hidden="{{!(m.f(title, m.a[\'b\'](1)) === \'a.b()\')}}">{{(1 + 2) * 3}} {{ \'f(x)\' }}</view><include src="foot" />',
      ),
      'pages/home/foot.wxml': '{{m.f(title)}}',
    },
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
