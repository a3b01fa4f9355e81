import { type CompileResult, compile } from '../../../../scripts/preview/compile/compile'
import { openScriptCompiler, type ScriptCompiler } from '../../../../scripts/preview/compile/scripts'
import { useProjects } from '../../support/projects'
import { miniProgram } from '../support'

const makeProject = useProjects()
let scripts: ScriptCompiler

beforeEach(() => {
  scripts = openScriptCompiler()
})
afterEach(() => scripts.close())

const compileFiles = (files: Record<string, string>): Promise<CompileResult> =>
  compile(makeProject(miniProgram(files)).root, scripts)

async function compiledOf(files: Record<string, string>) {
  const result = await compileFiles(files)
  if ('problems' in result) throw new Error(JSON.stringify(result.problems))
  return result.compiled
}

/** Each as `file:line:column rule`. */
async function problemsOf(files: Record<string, string>): Promise<string[]> {
  const result = await compileFiles(files)
  if (!('problems' in result)) return []
  return result.problems.map(({ file, line, column, rule }) => `${file}:${line}:${column} ${rule}`)
}

const CARD = {
  'components/card/card.json': '{ "component": true }',
  'components/card/card.wxml': '<view class="head"><slot /></view>',
  'components/card/card.wxss': '.head { width: 75rpx }',
  'components/card/card.ts': 'Component({})',
}
const USING_CARD = '{ "usingComponents": { "my-card": "../../components/card/card" } }'

test('compile() finds the pages, and the components that they use, in order', async () => {
  const { manifest, scripts, styles } = await compiledOf({
    ...CARD,
    'pages/a/a.json': USING_CARD,
    'pages/a/a.wxml': '<my-card>hello</my-card>',
    'app.wxss': 'page { color: red }',
    'pages/a/a.wxss': '.head { color: blue }',
  })
  expect(manifest.pages).toEqual(['pages/a/a'])
  expect(manifest.units['pages/a/a']).toMatchObject({
    kind: 'page',
    using: { 'my-card': 'components/card/card' },
  })
  expect(manifest.units['components/card/card']).toMatchObject({
    kind: 'component',
    config: { component: true },
  })
  expect(scripts.code).toContain('Component({})')
  expect(Object.keys(styles)).toEqual(['app', 'components/card/card', 'pages/a/a'])
  expect(styles.app).toContain('wx-page{color: red;}')
  expect(styles['components/card/card']).toContain('.components_card_card--head{width: 10vw;}')
  expect(styles['pages/a/a']).toContain(
    ':where([data-page="pages/a/a"], [data-page="pages/a/a"] *).head{color: blue;}',
  )
})

test('compile() reads sub-packages, global components and the theme', async () => {
  const app = {
    pages: ['pages/a/a'],
    subPackages: [{ root: 'more/', pages: ['b/b'] }],
    usingComponents: { 'my-card': '/components/card/card' },
    themeLocation: 'theme.json',
  }
  const { manifest } = await compiledOf({
    ...CARD,
    'app.json': JSON.stringify(app),
    'theme.json': '{ "light": { "ground": "#fff" }, "dark": { "ground": "#000" } }',
    'more/b/b.wxml': '<my-card />',
    'more/b/b.ts': 'Page({})',
  })
  expect(manifest.pages).toEqual(['pages/a/a', 'more/b/b'])
  expect(manifest.theme).toEqual({ light: { ground: '#fff' }, dark: { ground: '#000' } })
})

test('compile() follows @import, and an import in a circle ends', async () => {
  const { styles } = await compiledOf({
    'app.wxss': '@import "styles/a.wxss";\n.last { top: 0 }',
    'styles/a.wxss': '@import "./b.wxss";\n.a { background: url(x.png) }',
    'styles/b.wxss': "@import '/styles/a.wxss';\n.b { top: 1px }",
  })
  const classes = [...(styles.app ?? '').matchAll(/\.(\w+)\{/g)].map(([, name]) => name)
  expect(classes).toEqual(['b', 'a', 'last'])
  expect(styles.app).toContain('url("/styles/x.png")')
})

test('compile() finds modules in packages, by an alias and from the root, and beside without a dot', async () => {
  const { scripts } = await compiledOf({
    'app.json': '{ "pages": ["pages/a/a"], "resolveAlias": { "@utils/*": "utils/*" } }',
    'pages/a/a.ts': `import { a } from 'lib'
      import { b } from '@utils/b'
      import { c } from '/utils/c'
      import { d } from 'near'
      import type { e } from '../../../outside'
      Page({ data: { all: [a, b, c, d] as e[] } })`,
    'miniprogram_npm/lib/index.js': "module.exports = { a: 'from the package' }",
    'utils/b.ts': "export const b = 'by the alias'",
    'utils/c.js': "module.exports = { c: 'from the root' }",
    'pages/a/near.ts': "export const d = 'beside'",
  })
  for (const text of ['from the package', 'by the alias', 'from the root', 'beside'])
    expect(scripts.code).toContain(text)
})

test('compile() takes templates, includes and WXS along', async () => {
  const { templates } = await compiledOf({
    'pages/a/a.wxml':
      '<import src="/parts/t.wxml" /><wxs src="../../parts/w.wxs" module="w" /><template is="t" /><view>{{w.of(1)}}</view><include src="i" />',
    'pages/a/i.wxml': '<text>included</text>',
    'parts/t.wxml': '<template name="t"><text>imported</text></template>',
    'parts/w.wxs': "var x = require('./v.wxs')\nmodule.exports = { of: x.of }",
    'parts/v.wxs': 'module.exports = { of: function (x) { return x.constructor } }',
  })
  for (const text of ['imported', 'included', 'wxsConstructor(x)']) expect(templates.code).toContain(text)
})

test.each<[name: string, files: Record<string, string>, problems: string[]]>([
  [
    'an unclosed tag',
    { 'pages/a/a.wxml': '<view>\n  <text>\n</view>' },
    ['miniprogram/pages/a/a.wxml:2:4 wxml-syntax'],
  ],
  [
    'a wrong expression',
    { 'pages/a/a.wxml': '<view>{{a.}}</view>' },
    ['miniprogram/pages/a/a.wxml:1:11 wxml-syntax'],
  ],
  [
    'an unknown tag',
    { 'pages/a/a.wxml': '<view>\n  <veiw wx:if="{{a}}" />\n</view>' },
    ['miniprogram/pages/a/a.wxml:2:4 unknown-tag'],
  ],
  [
    'an unknown tag in an imported template',
    { 'pages/a/a.wxml': '<import src="t" />', 'pages/a/t.wxml': '\n<template name="t"><my-x /></template>' },
    ['miniprogram/pages/a/t.wxml:2:21 unknown-tag'],
  ],
  [
    'a component of a package that is not built',
    { 'pages/a/a.json': '{ "usingComponents": { "ui-x": "ui/x" } }' },
    ['miniprogram/pages/a/a.json:1:24 component-missing'],
  ],
  [
    'a package that is not built, though it is installed for something else',
    { 'pages/a/a.ts': "import * as v from 'valibot'\nPage({ data: { v } })" },
    ['miniprogram/pages/a/a.ts:1:20 script-error'],
  ],
  [
    'a module from outside',
    { 'pages/a/a.ts': "import { x } from '../../../shared/x'\nPage({ data: { x } })" },
    ['miniprogram/pages/a/a.ts:1:19 script-error'],
  ],
  [
    'a template that is not there',
    { 'pages/a/a.wxml': '<view />\n<import src="/no.wxml" />' },
    ['miniprogram/pages/a/a.wxml:2:9 import-missing'],
  ],
  [
    'a script that is not there',
    { 'pages/a/a.wxml': '<wxs src="./no.wxs" module="m" />' },
    ['miniprogram/pages/a/a.wxml:1:6 import-missing'],
  ],
  [
    'wrong WXS in a template',
    { 'pages/a/a.wxml': '<view />\n<wxs module="m">\nvar a = = 1\n</wxs>' },
    ['miniprogram/pages/a/a.wxml:3:9 wxs-syntax'],
  ],
  [
    'wrong WXS in a file',
    { 'pages/a/a.wxml': '<wxs src="w.wxs" module="m" />', 'pages/a/w.wxs': 'var a\n= = 1' },
    ['miniprogram/pages/a/w.wxs:2:3 wxs-syntax'],
  ],
  [
    'wrong styles',
    { 'pages/a/a.wxss': '.a {\n  color red;\n}' },
    ['miniprogram/pages/a/a.wxss:2:8 wxss-syntax'],
  ],
  [
    'styles that are not there',
    { 'app.wxss': '\n@import "no.wxss";' },
    ['miniprogram/app.wxss:2:1 import-missing'],
  ],
  [
    'a wrong script',
    { 'pages/a/a.ts': 'Page({\n  数据: = 1,\n})' },
    ['miniprogram/pages/a/a.ts:2:7 script-error'],
  ],
  [
    'an import that is not there',
    { 'pages/a/a.ts': "import { x } from './no'\nPage({ x })" },
    ['miniprogram/pages/a/a.ts:1:19 script-error'],
  ],
  [
    'a page without its script',
    { 'app.json': '{ "pages": ["b"] }', 'b.wxml': '' },
    ['miniprogram/b.ts:1:1 file-missing'],
  ],
  [
    'a page that is not there',
    { 'app.json': '{\n  "pages": ["b"]\n}' },
    ['miniprogram/app.json:2:13 page-missing'],
  ],
  ['a page outside', { 'app.json': '{\n  "pages": ["../b"]\n}' }, ['miniprogram/app.json:2:13 page-wrong']],
  ['no page at all', { 'app.json': '{ "pages": [] }' }, ['miniprogram/app.json:1:3 page-missing']],
  ['broken JSON', { 'pages/a/a.json': '{\n  "a": 1,\n}' }, ['miniprogram/pages/a/a.json:3:1 json-broken']],
  ['JSON of another kind', { 'pages/a/a.json': '[]' }, ['miniprogram/pages/a/a.json:1:1 json-broken']],
  [
    'a component that is not there',
    { 'pages/a/a.json': '{\n  "usingComponents": { "my-x": "/x/x" }\n}' },
    ['miniprogram/pages/a/a.json:2:24 component-missing'],
  ],
  [
    'a component that does not say so',
    { ...CARD, 'components/card/card.json': '{}', 'pages/a/a.json': USING_CARD },
    ['miniprogram/components/card/card.json:1:1 not-a-component'],
  ],
])('compile() finds %s', async (_, files, problems) => {
  expect(await problemsOf(files)).toEqual(problems)
})

test('compile() finds what is wrong in several files at once', async () => {
  const problems = await problemsOf({
    'pages/a/a.wxml': '<my-x />',
    'pages/a/a.wxss': '.a { color red; }',
    'pages/a/a.ts': 'Page({',
  })
  expect(problems.map(problem => problem.split(' ')[1]).sort()).toEqual([
    'script-error',
    'unknown-tag',
    'wxss-syntax',
  ])
})
