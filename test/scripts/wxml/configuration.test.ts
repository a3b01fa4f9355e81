import { checkWithoutTypes, type Files, shown, useMiniPrograms } from './support'

const makeMiniProgram = useMiniPrograms()

const app = (members: string): Files => ({
  'app.json': `{\n  "pages": ["pages/home/home"],\n  ${members}\n}\n`,
})
const page = (text: string): Files => ({ 'pages/home/home.json': text })
const THEME = '{ "light": { "ground": "#fff" }, "dark": { "ground": "#000" } }'

const WRONG: [what: string, files: Files, expected: string[]][] = [
  [
    'a JSON file that is broken',
    page('{\n  "disableScroll": true\n  "style": "v2"\n}'),
    ['pages/home/home.json:3:3 json-broken: not valid JSON: comma expected'],
  ],
  [
    'a JSON file that is broken, and not what it would have declared',
    {
      ...page('{\n  "usingComponents": {\n    "x-row": "/row/row",\n  }\n}'),
      'pages/home/home.wxml': '<x-row /><include src="foot" />',
      'pages/home/foot.wxml': '<x-row />',
      'row/row.json': '{ "component": true }',
      'row/row.wxml': '<view />',
      'row/row.ts': 'Component({})',
    },
    ['pages/home/home.json:4:3 json-broken: not valid JSON: property name expected'],
  ],
  [
    'a JSON file with a comment',
    page('{\n  // a\n}'),
    ['pages/home/home.json:2:3 json-broken: not valid JSON: invalid comment token'],
  ],
  ['an empty JSON file', page(''), ['pages/home/home.json:1:1 json-broken: not valid JSON: value expected']],
  [
    'a broken app.json',
    { 'app.json': '{\n  "pages": [\n}' },
    ['app.json:3:1 json-broken: not valid JSON: value expected'],
  ],
  [
    'a misspelt key of a page',
    page('{\n  "navigationBarTitelText": "a"\n}'),
    [
      'pages/home/home.json:2:3 json-unknown-key: "navigationBarTitelText" is not a documented key here (did you mean "navigationBarTitleText"?)',
    ],
  ],
  [
    'a key of a page that no documentation has',
    page('{ "sparkle": true }'),
    ['pages/home/home.json:1:3 warning json-unknown-key: "sparkle" is not a documented key here'],
  ],
  [
    'a misspelt key of the app',
    app('"darkMode": true'),
    ['app.json:3:3 json-unknown-key: "darkMode" is not a documented key here (did you mean "darkmode"?)'],
  ],
  [
    'a misspelt key of the window',
    app('"window": { "navigationBarColour": "#fff", "backgroundColr": "#fff" }'),
    [
      'app.json:3:15 warning json-unknown-key: "navigationBarColour" is not a documented key here',
      'app.json:3:46 json-unknown-key: "backgroundColr" is not a documented key here (did you mean "backgroundColor"?)',
    ],
  ],
  [
    'a misspelt key of a tab',
    app('"tabBar": { "list": [{ "pagePath": "pages/home/home", "txt": "a" }] }'),
    ['app.json:3:57 json-unknown-key: "txt" is not a documented key here (did you mean "text"?)'],
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
    [
      'c/c.json:1:22 json-unknown-key: "pureDataPatern" is not a documented key here (did you mean "pureDataPattern"?)',
    ],
  ],
  [
    'a page without files',
    { 'app.json': '{\n  "pages": ["pages/home/home", "pages/list/list"]\n}' },
    [
      'app.json:2:32 page-without-files: the page "pages/list/list" has no miniprogram/pages/list/list.ts and no miniprogram/pages/list/list.wxml (write the files, or remove the line)',
    ],
  ],
  [
    'a page with a slip in its path',
    { 'app.json': '{\n  "pages": ["pages/hoem/home"]\n}' },
    [
      'app.json:2:13 page-without-files: the page "pages/hoem/home" has no miniprogram/pages/hoem/home.ts and no miniprogram/pages/hoem/home.wxml (did you mean "pages/home/home"?)',
      'pages/home/home.ts:1:1 page-not-listed: the page "pages/home/home" is not in app.json, so nobody can open it (add "pages/home/home" to "pages" of miniprogram/app.json, or delete the page)',
    ],
  ],
  [
    'a page twice',
    { 'app.json': '{ "pages": ["pages/home/home", "pages/home/home"] }' },
    ['app.json:1:32 page-twice: the page "pages/home/home" is listed twice (remove the line)'],
  ],
  [
    'a page of a subpackage without files',
    app('"subpackages": [{ "root": "shop", "pages": ["cart/cart"] }]'),
    [
      'app.json:3:47 page-without-files: the page "shop/cart/cart" has no miniprogram/shop/cart/cart.ts and no miniprogram/shop/cart/cart.wxml (write the files, or remove the line)',
    ],
  ],
  [
    'a page that is not listed',
    { 'pages/old/old.ts': "import a from './a'\nPage({})\n", 'pages/old/old.wxml': '<view />' },
    [
      'pages/old/old.ts:2:1 page-not-listed: the page "pages/old/old" is not in app.json, so nobody can open it (add "pages/old/old" to "pages" of miniprogram/app.json, or delete the page)',
    ],
  ],
  [
    'an entry page that is not listed',
    app('"entryPagePath": "pages/index/index"'),
    ['app.json:3:20 page-not-listed: "pages/index/index" is not among the pages of app.json'],
  ],
  [
    'a tab of a page that is not listed',
    app('"tabBar": { "list": [{ "pagePath": "pages/hom/home", "text": "a" }] }'),
    [
      'app.json:3:38 page-not-listed: "pages/hom/home" is not among the pages of app.json (did you mean "pages/home/home"?)',
    ],
  ],
  [
    'an icon that is missing',
    app('"tabBar": { "list": [{ "pagePath": "pages/home/home", "text": "a", "iconPath": "images/a.png" }] }'),
    ['app.json:3:82 image-missing: there is no miniprogram/images/a.png'],
  ],
  [
    'a sitemap that is missing',
    app('"sitemapLocation": "sitemap.json"'),
    ['app.json:3:22 sitemap-missing: there is no miniprogram/sitemap.json'],
  ],
  [
    'a sitemap with a page that is not listed',
    {
      ...app('"sitemapLocation": "sitemap.json"'),
      'sitemap.json': '{ "rules": [{ "acton": "allow", "page": "pages/hoem/home" }] }',
    },
    [
      'sitemap.json:1:15 json-unknown-key: "acton" is not a documented key here (did you mean "action"?)',
      'sitemap.json:1:41 page-not-listed: "pages/hoem/home" is not among the pages of app.json (did you mean "pages/home/home"?)',
    ],
  ],
  [
    'a theme that is missing',
    app('"themeLocation": "theme.json"'),
    ['app.json:3:20 theme-missing: there is no miniprogram/theme.json'],
  ],
  [
    'a variable that the theme lacks',
    {
      ...app('"themeLocation": "theme.json", "window": { "backgroundColor": "@groud" }'),
      'theme.json': THEME,
    },
    ['app.json:3:65 theme-variable: "@groud" is not in miniprogram/theme.json (did you mean "@ground"?)'],
  ],
  [
    'a variable of a page that the theme lacks',
    {
      ...app('"themeLocation": "theme.json"'),
      'theme.json': THEME,
      ...page('{ "backgroundColor": "@text" }'),
    },
    ['pages/home/home.json:1:22 theme-variable: "@text" is not in miniprogram/theme.json'],
  ],
  [
    'a variable without a theme',
    page('{ "backgroundColor": "@ground" }'),
    [
      'pages/home/home.json:1:22 theme-variable: "@ground" is not in a theme: app.json has no "themeLocation"',
    ],
  ],
  [
    'a variable for one mode only',
    {
      ...app('"themeLocation": "theme.json"'),
      'theme.json': '{\n  "light": { "a": "#fff", "b": "#fff" },\n  "dark": { "a": "#000" }\n}',
    },
    ['theme.json:2:27 theme-variable: "b" is in "light" and not in "dark" (add it to "dark")'],
  ],
  ['no app.json', { 'app.json': '' }, ['app.json:1:1 json-broken: not valid JSON: value expected']],
  [
    'a main package over 2 MB',
    { 'images/a.png': 'x'.repeat(2_000_000), 'images/b.png': 'x'.repeat(200_000) },
    [
      'app.json:1:1 package-size: the main package has 2.1 MiB, and at most 2 MiB can be uploaded (the largest files: miniprogram/images/a.png 2.00 MB, miniprogram/images/b.png 200.0 kB, miniprogram/pages/home/home.ts 41 B)',
    ],
  ],
  [
    'a subpackage over 2 MB',
    { ...app('"subpackages": [{ "root": "shop/", "pages": [] }]'), 'shop/a.png': 'x'.repeat(2_200_000) },
    [
      'app.json:3:19 package-size: the subpackage shop/ has 2.1 MiB, and at most 2 MiB can be uploaded (the largest files: miniprogram/shop/a.png 2.20 MB)',
    ],
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
