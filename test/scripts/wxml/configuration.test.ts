import { checkWithoutTypes, type Files, shown, useMiniPrograms } from './support'

const makeMiniProgram = useMiniPrograms()

const app = (members: string): Files => ({
  'app.json': `{\n  "pages": ["pages/home/home"],\n  ${members}\n}\n`,
})
const page = (text: string): Files => ({ 'pages/home/home.json': text })
const THEME = '{ "light": { "ground": "#fff" }, "dark": { "ground": "#000" } }'

const WRONG: [what: string, files: Files, expected: string[]][] = [
  ['a JSON file that is broken', page('{\n  "disableScroll": true\n  "style": "v2"\n}'), []],
  ['a JSON file with a comment', page('{\n  // a\n}'), []],
  ['an empty JSON file', page(''), []],
  ['a broken app.json', { 'app.json': '{\n  "pages": [\n}' }, []],
  ['a misspelt key of a page', page('{\n  "navigationBarTitelText": "a"\n}'), []],
  ['a key of a page that no documentation has', page('{ "sparkle": true }'), []],
  ['a misspelt key of the app', app('"darkMode": true'), []],
  [
    'a misspelt key of the window',
    app('"window": { "navigationBarColour": "#fff", "backgroundColr": "#fff" }'),
    [],
  ],
  [
    'a misspelt key of a tab',
    app('"tabBar": { "list": [{ "pagePath": "pages/home/home", "txt": "a" }] }'),
    [],
  ],
  [
    'a misspelt key of a component',
    {
      'pages/home/home.json': '{ "usingComponents": { "a-b": "/c/c" } }',
      'pages/home/home.wxml': '<a-b />',
      'c/c.json': '{ "component": true, "pureDataPatern": "^_" }',
      'c/c.wxml': '<view />',
      'c/c.ts': 'Component({})',
    },
    [],
  ],
  ['a page without files', { 'app.json': '{\n  "pages": ["pages/home/home", "pages/list/list"]\n}' }, []],
  ['a page with a slip in its path', { 'app.json': '{\n  "pages": ["pages/hoem/home"]\n}' }, []],
  ['a page twice', { 'app.json': '{ "pages": ["pages/home/home", "pages/home/home"] }' }, []],
  [
    'a page of a subpackage without files',
    app('"subpackages": [{ "root": "shop", "pages": ["cart/cart"] }]'),
    [],
  ],
  [
    'a page that is not listed',
    { 'pages/old/old.ts': "import a from 'a'\nPage({})\n", 'pages/old/old.wxml': '<view />' },
    [],
  ],
  ['an entry page that is not listed', app('"entryPagePath": "pages/index/index"'), []],
  [
    'a tab of a page that is not listed',
    app('"tabBar": { "list": [{ "pagePath": "pages/hom/home", "text": "a" }] }'),
    [],
  ],
  [
    'an icon that is missing',
    app('"tabBar": { "list": [{ "pagePath": "pages/home/home", "text": "a", "iconPath": "images/a.png" }] }'),
    [],
  ],
  ['a sitemap that is missing', app('"sitemapLocation": "sitemap.json"'), []],
  [
    'a sitemap with a page that is not listed',
    {
      ...app('"sitemapLocation": "sitemap.json"'),
      'sitemap.json': '{ "rules": [{ "acton": "allow", "page": "pages/hoem/home" }] }',
    },
    [],
  ],
  ['a theme that is missing', app('"themeLocation": "theme.json"'), []],
  [
    'a variable that the theme lacks',
    {
      ...app('"themeLocation": "theme.json", "window": { "backgroundColor": "@groud" }'),
      'theme.json': THEME,
    },
    [],
  ],
  [
    'a variable of a page that the theme lacks',
    {
      ...app('"themeLocation": "theme.json"'),
      'theme.json': THEME,
      ...page('{ "backgroundColor": "@text" }'),
    },
    [],
  ],
  ['a variable without a theme', page('{ "backgroundColor": "@ground" }'), []],
  [
    'a variable for one mode only',
    {
      ...app('"themeLocation": "theme.json"'),
      'theme.json': '{\n  "light": { "a": "#fff", "b": "#fff" },\n  "dark": { "a": "#000" }\n}',
    },
    [],
  ],
  ['no app.json', { 'app.json': '' }, []],
  [
    'a main package over 2 MB',
    { 'images/a.png': 'x'.repeat(2_000_000), 'images/b.png': 'x'.repeat(200_000) },
    [],
  ],
  [
    'a subpackage over 2 MB',
    { ...app('"subpackages": [{ "root": "shop/", "pages": [] }]'), 'shop/a.png': 'x'.repeat(2_200_000) },
    [],
  ],
]

test.each(WRONG)('%s', async (_, files, expected) => {
  expect((await checkWithoutTypes(makeMiniProgram(files))).map(shown)).toEqual(expected)
})

test('a mini program without app.json', async () => {
  const project = makeMiniProgram({})
  project.remove('miniprogram/app.json')
  expect((await checkWithoutTypes(project)).map(({ message }) => message)).toEqual([
    'there is no miniprogram/app.json',
  ])
})

test('a project without a mini program has nothing to find', async () => {
  const project = makeMiniProgram({})
  project.remove('miniprogram')
  expect(await checkWithoutTypes(project)).toEqual([])
})

const RIGHT: [what: string, files: Files][] = [
  [
    'a theme that is used',
    {
      ...app('"darkmode": true, "themeLocation": "./theme.json", "window": { "backgroundColor": "@ground" }'),
      'theme.json': THEME,
    },
  ],
  [
    'subpackages in either spelling',
    {
      ...app(
        '"subPackages": [{ "root": "/shop/", "name": "s", "pages": ["cart/cart"], "independent": true }], "preloadRule": { "pages/home/home": { "packages": ["s"] } }',
      ),
      'shop/cart/cart.ts': 'Page({})',
      'shop/cart/cart.wxml': '<view />',
    },
  ],
  [
    'a page in JavaScript',
    { 'app.json': '{ "pages": ["pages/home/home", "a/a"] }', 'a/a.js': 'Page({})', 'a/a.wxml': '<view />' },
  ],
  [
    'tabs with icons',
    {
      ...app(
        '"tabBar": { "color": "#000", "list": [{ "pagePath": "pages/home/home", "text": "a", "iconPath": "/images/a.png" }] }',
      ),
      'images/a.png': 'x',
    },
  ],
  [
    'configuration of tools',
    { 'tsconfig.json': '{ // a comment\n}', 'package.json': '{ "dependencies": {} }' },
  ],
  [
    'a package of somebody else',
    {
      'miniprogram_npm/x/index.json': '{ "component": true, "sparkle": 1 }',
      'miniprogram_npm/x/index.wxml': '<oops',
      'miniprogram_npm/x/index.wxss': 'a {',
    },
  ],
  [
    'scripts that are large for their types only',
    { 'big.ts': `${'// words and words and words\n'.repeat(100_000)}export const a = 1\n` },
  ],
  ['a BOM before the JSON', page('\uFEFF{ "disableScroll": true }')],
]

test.each(RIGHT)('nothing is wrong with %s', async (_, files) => {
  expect((await checkWithoutTypes(makeMiniProgram(files))).map(shown)).toEqual([])
})
