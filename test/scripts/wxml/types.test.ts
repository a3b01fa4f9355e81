import { join } from 'node:path'
import type { Problem } from '../../../scripts/project/problem'
import { checkMiniProgram } from '../../../scripts/wxml'
import { KIT_ROOT } from '../support/projects'
import { type Files, shown, useMiniPrograms } from './support'

/** A page of its own for each case; `ts` and `wxml` are its script and template, the rest are other files. */
interface Page {
  ts: string
  wxml: string
  uses?: Record<string, string>
  files?: Files
}

const SHARED: Files = {
  'types.ts': `export interface User { name: string; age: number; friends: User[]; card?: { tone: 'warn' | 'bad' } }
export type Shape = { kind: 'round'; radius: number } | { kind: 'square'; side: number }
`,
  'tools.wxs': 'module.exports = { upper: function (a) { return a } }',
  'parts.wxml': '<template name="row"><view bind:tap="whatever">{{anything}}</view></template>',
  'behaviors/pick.ts': `export const pick = Behavior({
  data: { picked: '' },
  properties: { limit: Number },
  methods: { pickOne() { this.setData({ picked: 'a' }) } },
})
`,
  'components/rating/rating.json': '{ "component": true }',
  'components/rating/rating.wxml':
    '<view bind:tap="rate">{{value}} {{max}} {{stars[0].label}} {{user.name}} {{inner}} {{limit}}</view>',
  'components/rating/rating.ts': `import { pick } from '../../behaviors/pick'
import type { User } from '../../types'
Component({
  behaviors: [pick],
  externalClasses: ['star-class'],
  properties: {
    value: Number,
    max: { type: Number, value: 5 },
    readOnly: Boolean,
    label: { type: String, optionalTypes: [Number] },
    note: String,
    stars: { type: Array, value: [] as { label: string }[] },
    user: { type: Object, value: {} as User },
    any: null,
  },
  data: { inner: 1 },
  methods: { rate() { this.triggerEvent('rate') } },
})
`,
}

const rating = { 'x-rating': '/components/rating/rating' }
const PAGE = `import type { Shape, User } from '../../types'
const data: { user: User; list: User[]; shape: Shape; tab: 'a' | 'b'; later: User | null; map: Record<string, User>; text: string } = {} as never
Page({ data, onLoad() {}, open() { return this.close() }, close() { return this.open() }, 'on-tap'() {} })
`

const WRONG: [what: string, page: Page, expected: string[]][] = [
  [
    'a field that the data lacks',
    { ts: PAGE, wxml: '<view>{{usr.name}}</view>' },
    ['page.wxml:1:9 data-unknown: the data of page has no "usr" (did you mean "user"?)'],
  ],
  [
    'a member of the items',
    { ts: PAGE, wxml: '<view wx:for="{{list}}" wx:key="name">\n  {{item.nmae}}\n</view>' },
    ['page.wxml:2:10 data-unknown: item has no "nmae" (did you mean "name"?)'],
  ],
  [
    'a member of a nested loop',
    {
      ts: PAGE,
      wxml: '<view wx:for="{{list}}" wx:for-item="one" wx:key="name">\n  <text wx:for="{{one.friends}}" wx:for-item="two" wx:for-index="i" wx:key="name">{{two.agge}}{{i}}</text>\n</view>',
    },
    ['page.wxml:2:89 data-unknown: two has no "agge" (did you mean "age"?)'],
  ],
  [
    'a member behind Chinese, in an attribute',
    { ts: PAGE, wxml: "<view class=\"中文 {{user.aeg > 1 ? 'x' : ''}}\" />" },
    ['page.wxml:1:24 data-unknown: user has no "aeg" (did you mean "age"?)'],
  ],
  [
    'a member in a condition',
    { ts: PAGE, wxml: '<view wx:if="{{user.friend.length}}" />\n<view wx:elif="{{user.card.tnoe}}" />' },
    [
      'page.wxml:1:21 data-unknown: user has no "friend" (did you mean "friends"?)',
      'page.wxml:2:28 data-unknown: user.card has no "tnoe" (did you mean "tone"?)',
    ],
  ],
  [
    'a member of a text',
    { ts: PAGE, wxml: '<view>{{text.lenght}}</view>' },
    ['page.wxml:1:14 data-unknown: text has no "lenght" (did you mean "length"?)'],
  ],
  [
    'a member that no member of a union has',
    { ts: PAGE, wxml: '<view>{{shape.raduis}}</view>' },
    ['page.wxml:1:15 data-unknown: shape has no "raduis" (did you mean "radius"?)'],
  ],
  [
    'a field in the data of a template',
    {
      ts: PAGE,
      wxml: '<import src="/parts.wxml" />\n<template is="row" data="{{user: usre, ...list[0]}}" />',
    },
    ['page.wxml:2:34 data-unknown: the data of page has no "usre" (did you mean "user"?)'],
  ],
  [
    'a field given to a script',
    { ts: PAGE, wxml: '<wxs module="m" src="/tools.wxs" />\n<view data-id="{{m.upper(txet)}}" />' },
    ['page.wxml:2:26 data-unknown: the data of page has no "txet" (did you mean "text"?)'],
  ],
  [
    'a field of model:value',
    { ts: PAGE, wxml: '<input model:value="{{txt}}" />' },
    ['page.wxml:1:23 data-unknown: the data of page has no "txt" (did you mean "text"?)'],
  ],
  [
    'a key that the items lack',
    { ts: PAGE, wxml: '<view wx:for="{{list}}" wx:key="nmae" />' },
    ['page.wxml:1:33 warning key-unknown: wx:key="nmae": the items have no "nmae" (did you mean "name"?)'],
  ],
  [
    'a comparison that never holds',
    { ts: PAGE, wxml: '<view hidden="{{tab === \'c\'}}" />' },
    ['page.wxml:1:17 comparison-never-true: this is never "c": the types of both sides say so'],
  ],
  [
    'a handler',
    { ts: PAGE, wxml: '<view bind:tap="onOpne" />' },
    ['page.wxml:1:17 handler-unknown: bind:tap: page has no method "onOpne" (write the method "onOpne")'],
  ],
  [
    'a call for a handler',
    { ts: PAGE, wxml: '<view bindtap="open(1)" />' },
    [
      'page.wxml:1:16 handler-unknown: bindtap: page has no method "open(1)" (only the name of a method may stand here; values travel by data-*: data-id="1" is event.currentTarget.dataset.id)',
    ],
  ],
  [
    'a handler with a slip',
    { ts: PAGE, wxml: '<view\n  bind:tap="opne"\n/>' },
    ['page.wxml:2:13 handler-unknown: bind:tap: page has no method "opne" (did you mean "open"?)'],
  ],
  [
    'a handler without a colon',
    { ts: PAGE, wxml: '<view bindtap="opeen" catchtouchmove="true" />' },
    ['page.wxml:1:16 handler-unknown: bindtap: page has no method "opeen" (did you mean "open"?)'],
  ],
  [
    'a handler that is caught while it goes down',
    { ts: PAGE, wxml: '<view capture-bind:tap="clsoe" mut-bind:longpress="opn" />' },
    [
      'page.wxml:1:25 handler-unknown: capture-bind:tap: page has no method "clsoe" (did you mean "close"?)',
      'page.wxml:1:52 handler-unknown: mut-bind:longpress: page has no method "opn" (did you mean "open"?)',
    ],
  ],
  [
    'one of two handlers',
    { ts: PAGE, wxml: "<view bind:tap=\"{{tab === 'a' ? 'open' : 'clos'}}\" />" },
    ['page.wxml:1:43 handler-unknown: bind:tap: page has no method "clos" (did you mean "close"?)'],
  ],
  [
    'a handler that is no identifier',
    { ts: PAGE, wxml: '<view bind:tap="on-tpa" />' },
    ['page.wxml:1:17 handler-unknown: bind:tap: page has no method "on-tpa" (write the method "on-tpa")'],
  ],
  [
    'a handler inside methods that the page has outside',
    {
      ts: 'Component({ data: { a: 1 }, methods: { open() {} } })',
      wxml: '<view bind:tap="attached">{{b}}</view>',
    },
    [
      'page.wxml:1:29 data-unknown: the data of page has no "b"',
      'page.wxml:1:17 handler-unknown: bind:tap: page has no method "attached" (write the method "attached")',
    ],
  ],
  [
    'a field of a page in JavaScript',
    {
      ts: 'js:const util = require("../../util")\nPage({ data: { title: "", list: [], user: null }, onTap(e) { util(e) } })',
      wxml: '<view bind:tap="onTpa">{{titel}}{{list[0].a}}{{user.name}}</view>',
    },
    [
      'page.wxml:1:26 warning data-unknown: the data of page has no "titel" (did you mean "title"?)',
      'page.wxml:1:17 handler-unknown: bind:tap: page has no method "onTpa" (did you mean "onTap"?)',
    ],
  ],
  [
    'a property that the component lacks',
    { ts: PAGE, uses: rating, wxml: '<x-rating valeu="{{1}}" read-olny />' },
    [
      'page.wxml:1:11 property-unknown: <x-rating> has no property "valeu" (did you mean "value"?)',
      'page.wxml:1:25 property-unknown: <x-rating> has no property "read-olny" (did you mean "read-only"?)',
    ],
  ],
  [
    'a property of another type',
    {
      ts: PAGE,
      uses: rating,
      wxml: '<x-rating value="{{user}}"\n  stars="{{text}}" note="{{list}}" user="{{tab}}" />',
    },
    [
      'page.wxml:1:11 property-type: "value" of <x-rating> wants number, not an object',
      'page.wxml:2:3 property-type: "stars" of <x-rating> wants an array, not string',
      'page.wxml:2:20 property-type: "note" of <x-rating> wants string, not an array',
      'page.wxml:2:36 property-type: "user" of <x-rating> wants an object, not "a" or "b"',
    ],
  ],
  [
    'an object of another shape',
    { ts: PAGE, uses: rating, wxml: '<x-rating user="{{shape}}" />' },
    [
      'page.wxml:1:11 property-type: "user" of <x-rating> wants an object of another shape: age, card, friends, name',
    ],
  ],
  [
    'a written-out value that does not fit',
    { ts: PAGE, uses: rating, wxml: '<x-rating value="three" read-only="false" stars="a,b" user="x" />' },
    [
      'page.wxml:1:18 property-type: "value" of <x-rating> wants a number, not the text "three" (write value="{{...}}")',
      'page.wxml:1:36 property-type: "read-only" of <x-rating> wants true or false, not the text "false" (write read-only="{{...}}")',
      'page.wxml:1:50 property-type: "stars" of <x-rating> wants an array, not the text "a,b" (write stars="{{...}}")',
      'page.wxml:1:61 property-type: "user" of <x-rating> wants an object, not the text "x" (write user="{{...}}")',
    ],
  ],
  [
    'a field of a component',
    {
      ts: 'Page({})',
      wxml: '<x-own />',
      uses: { 'x-own': './own' },
      files: {
        'own.json': '{ "component": true }',
        'own.ts': 'Component({ properties: { size: Number } })',
        'own.wxml': '<view>{{siez}}</view>',
      },
    },
    ['pages/c25/own.wxml:1:9 data-unknown: the data of pages/c25/own has no "siez" (did you mean "size"?)'],
  ],
]

const RIGHT: [what: string, page: Page][] = [
  [
    'loops with their names',
    {
      ts: PAGE,
      wxml: '<block wx:for="{{list}}" wx:for-item="one" wx:for-index="i" wx:key="name">{{i + 1}} {{one.name}}<text wx:for="{{one.friends}}" wx:key="index">{{index}} {{item.age}} {{i}} {{one.age}}</text></block><view wx:for="{{5}}" wx:key="*this">{{item}}</view><view wx:for="{{map}}" wx:key="*this">{{index}} {{item.name}}</view><view wx:for="{{[1, 2]}}" wx:key="*this">{{item + 1}}</view>',
    },
  ],
  [
    'what may be null',
    {
      ts: PAGE,
      wxml: '<view wx:if="{{later}}">{{later.name}} {{later.friends[0].card.tone}}</view><view>{{later.age ?? 0}}</view><view wx:for="{{later.friends || []}}" wx:key="name">{{item.name}}</view>',
    },
  ],
  [
    'what only some members of a union have',
    {
      ts: PAGE,
      wxml: '<view wx:if="{{shape.kind === \'round\'}}">{{shape.radius}}</view><view wx:else>{{shape.side}}</view>',
    },
  ],
  ['a map', { ts: PAGE, wxml: '<view>{{map.anna.name}} {{map[text].name}}</view>' }],
  [
    'templates and scripts',
    {
      ts: PAGE,
      wxml: '<import src="/parts" /><wxs module="m" src="/tools.wxs" /><wxs module="n">module.exports = { f: function () {} }</wxs><template is="row" data="{{...user, more: text}}" /><template is="{{tab}}" data="{{user}}" /><view>{{m.upper(text)}} {{n.f(user.name, 1)}}</view><view change:prop="{{m.changed}}" prop="{{text}}" bind:tap="{{m.tapped}}" />',
    },
  ],
  [
    'handlers in every spelling',
    {
      ts: PAGE,
      wxml: '<view bind:tap="open" bindlongpress="close" catch:touchend="on-tap" capture-catch:tap="open" mut-bind:touchstart="open" catchtouchmove="" catch:touchmove bind:touchcancel="{{tab === \'a\' ? \'open\' : \'close\'}}" bind:transitionend="{{text}}" binderror="{{tab && \'open\'}}" data-id="{{user.name}}" data-x-y="1" mark:a="{{tab}}" />',
    },
  ],
  ['two-way binding', { ts: PAGE, wxml: '<input model:value="{{text}}" /><input value="{{text}}" />' }],
  [
    'a component with all it takes',
    {
      ts: PAGE,
      uses: rating,
      wxml: '<x-rating id="r" class="a" style="b: c" slot="s" hidden aria-label="a" data-id="1" value="3" max="{{text}}" read-only="{{tab}}" read-only label="{{list}}" note="{{user.age}}" stars="{{[]}}" user="{{later}}" any="{{text}}" star-class="b" limit="{{1}}" bind:rate="open" bindrate="close" generic:x="view" />'.replace(
        ' read-only label',
        ' label',
      ),
    },
  ],
  [
    'a component with null and more',
    {
      ts: PAGE,
      uses: rating,
      wxml: '<x-rating stars="{{null}}" user="{{list[0]}}" value="{{undefined}}" read-only /><x-rating user="{{ {name: text} }}"><view>{{text}}</view></x-rating>',
    },
  ],
  [
    'properties that only sometimes have a value',
    {
      ts: PAGE,
      uses: rating,
      wxml: `<x-rating note="{{tab === 'a' && text}}" user="{{tab === 'a' && later}}" stars="{{tab === 'a' && []}}" value="{{tab === 'a'}}" />`,
    },
  ],
  [
    'slots',
    {
      ts: 'Component({ options: { multipleSlots: true }, data: { a: 1 } })',
      wxml: '<slot name="head" /><slot />{{a}}',
    },
  ],
  [
    'fields that only setData sets',
    {
      ts: `Page({ data: { a: 1 }, open() { this.setData({ b: 2, 'c.d': 3, [\`e[\${0}].f\`]: 4 }) } })`,
      wxml: '<view bind:tap="open">{{a}}{{b.x}}{{c.d}}{{e[0].f}}</view>',
    },
  ],
  [
    'fields that are typed elsewhere',
    {
      ts: "import type { User } from '../../types'\nPage<{ a: number; user?: User }, { open(): void }>({ data: { a: 1 } as { a: number; user?: User }, open() { this.setData({ user: undefined }) } })",
      wxml: '<view bind:tap="open">{{user.name}}{{a}}</view>',
    },
  ],
  [
    'fields that begin empty',
    {
      ts: 'Page({ data: { user: null, list: [], any: {} as any, map: {}, none: undefined } })',
      wxml: '<view>{{user.name}}{{list[0].id}}{{any.a.b}}{{map.a.b}}{{none.x}}</view><view wx:for="{{list}}" wx:key="id">{{item.a}}</view>',
    },
  ],
  [
    'handlers and data of behaviors',
    {
      ts: "import { pick } from '../../behaviors/pick'\nComponent({ behaviors: [pick, 'wx://form-field'], data: { a: 1 }, methods: { open() {} } })",
      wxml: '<view bind:tap="pickOne" bind:longpress="open">{{picked}}{{limit}}{{a}}{{value}}{{name}}</view>',
    },
  ],
  [
    'behaviors of a page',
    {
      ts: "import { pick } from '../../behaviors/pick'\nPage({ behaviors: [pick], data: { a: 1 }, open() { return this.shut() }, shut() { return this.open() } })",
      wxml: '<view bind:tap="pickOne">{{picked}}{{a}}</view>',
    },
  ],
  [
    'a script that is no module',
    { ts: 'js:var octal = 010\nPage({ data: { a: 1 } })', wxml: '<view>{{a}}</view>' },
  ],
  [
    'behaviors that are only known as texts',
    {
      ts: "const b = Math.random() > 1 ? 'a' : 'b'\nComponent({ behaviors: [b as string], data: { a: 1 } })",
      wxml: '<view bind:tap="whatever">{{b}}{{a}}</view>',
    },
  ],
  ['lines that end as on Windows', { ts: PAGE, wxml: '<view>\r\n  {{user.name}}\r\n</view>\r\n' }],
  [
    'behaviors of no known type',
    {
      ts: "js:const b = require('./b')\nComponent({ behaviors: [b], data: { a: 1 } })",
      wxml: '<view bind:tap="whatever">{{b}}{{a}}</view>',
    },
  ],
  [
    'options spread from elsewhere',
    {
      ts: 'const mixin = { data: { a: 1 }, open() {} }\nPage({ ...mixin, close() {} })',
      wxml: '<view bind:tap="open" bind:longpress="close">{{a}}</view>',
    },
  ],
  [
    'options with a name',
    {
      ts: 'const options = { data: { a: 1 }, open() {} }\nPage(options)',
      wxml: '<view bind:tap="open">{{a}}</view>',
    },
  ],
  [
    'a page that a wrapper makes',
    {
      ts: "import { make } from '../../make'\nmake({ anything: 1 })",
      wxml: '<view bind:tap="open">{{a}}</view>',
      files: { 'make.ts': 'export const make = (a: object) => Page(a)' },
    },
  ],
  [
    'numbers and texts that may be equal',
    {
      ts: 'Page({ data: { id: 1, key: "1" } })',
      wxml: '<view hidden="{{id == key}}">{{id == \'1\'}}</view>',
    },
  ],
  [
    'a package of somebody else',
    {
      ts: 'Page({ data: { a: 1 } })',
      uses: { 't-b': 'tpkg/b' },
      wxml: '<t-b whatever="{{a}}" bind:x="{{a}}" />',
      files: {
        'miniprogram_npm/tpkg/b.json': '{ "component": true }',
        'miniprogram_npm/tpkg/b.js': 'Component({ properties: { a: Number } })',
      },
    },
  ],
]

/** Every case is a page of one mini program, so that the compiler runs once. */
const CASES = [...WRONG, ...RIGHT].map(([, page], index) => ({ page, path: `pages/c${index}/c${index}` }))
const makeMiniProgram = useMiniPrograms()
let problems: Problem[] = []

beforeAll(async () => {
  const files: Files = {
    ...SHARED,
    'app.json': JSON.stringify({ pages: ['pages/home/home', ...CASES.map(({ path }) => path)] }),
  }
  for (const { page, path } of CASES) {
    const folder = path.slice(0, path.lastIndexOf('/'))
    const isJs = page.ts.startsWith('js:')
    files[`${path}.${isJs ? 'js' : 'ts'}`] = page.ts.replace(/^js:/, '')
    files[`${path}.wxml`] = page.wxml
    files[`${path}.json`] = JSON.stringify({ usingComponents: page.uses ?? {} })
    for (const [file, text] of Object.entries(page.files ?? {}))
      files[file.includes('/') || file === 'make.ts' ? file : `${folder}/${file}`] = text
  }
  problems = await checkMiniProgram(makeMiniProgram(files).root)
}, 60_000)

function foundIn(index: number): string[] {
  const folder = `miniprogram/pages/c${index}/`
  return problems
    .filter(({ file }) => file?.startsWith(folder))
    .map(problem => shown(problem).replaceAll(`pages/c${index}/c${index}`, 'page'))
}

test.each(WRONG.map(([what, , expected], index) => ({ what, expected, index })))(
  '$what',
  ({ expected, index }) => {
    expect(foundIn(index)).toEqual(expected)
  },
)

test.each(RIGHT.map(([what], index) => ({ what, index })))('nothing is wrong with $what', ({ index }) => {
  expect(foundIn(WRONG.length + index)).toEqual([])
})

test('nothing is wrong with what the cases share', () => {
  expect(problems.filter(({ file }) => !/^miniprogram\/pages\/c\d/.test(file ?? '')).map(shown)).toEqual([])
})

test("the kit's own pages and components are in order", async () => {
  expect((await checkMiniProgram(join(KIT_ROOT))).map(shown)).toEqual([])
}, 60_000)
