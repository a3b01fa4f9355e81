import { findComponent, findModule, resolveReference } from '../../../scripts/project/references'

test.each([
  ['pages/home/home.wxml', './row.wxml', 'pages/home/row.wxml'],
  ['pages/home/home.wxml', 'row.wxml', 'pages/home/row.wxml'],
  ['pages/home/home.wxml', '../../images/a.png', 'images/a.png'],
  ['pages/home/home.wxml', '/images/a.png', 'images/a.png'],
  ['app.json', './theme.json', 'theme.json'],
  ['app.json', '../outside.json', '../outside.json'],
])('resolveReference(%p, %p) is %p', (from, reference, path) => {
  expect(resolveReference(from, reference)).toBe(path)
})

const BUILT = new Set([
  'components/card/card.json',
  'components/list/index.json',
  'pages/a/x.json',
  'miniprogram_npm/x/index.json',
  'miniprogram_npm/@scope/ui/button/index.json',
  'miniprogram_npm/lib/index.js',
  'miniprogram_npm/@scope/ui/button/index.js',
  'packages/more/miniprogram_npm/lib/index.js',
])
const has = (path: string) => BUILT.has(path)

test.each([
  ['pages/a/a.json', '/components/card/card', 'components/card/card'],
  ['pages/a/a.json', '../../components/card/card', 'components/card/card'],
  ['pages/a/a.json', '/components/list', 'components/list/index'],
  ['pages/a/a.json', '@scope/ui/button/index', 'miniprogram_npm/@scope/ui/button/index'],
  ['pages/a/a.json', '@scope/ui/button', 'miniprogram_npm/@scope/ui/button/index'],
  ['app.json', 'x', 'miniprogram_npm/x/index'],
  // beside the file comes first
  ['pages/a/a.json', 'x', 'pages/a/x'],
  ['pages/a/a.json', './@scope/ui/button/index', undefined],
  ['pages/a/a.json', '../../../outside/card', undefined],
])('findComponent(%p, %p) is %p', (from, reference, path) => {
  expect(findComponent(has, from, reference)).toBe(path)
})

test.each([
  ['app.ts', 'lib', 'miniprogram_npm/lib/index.js'],
  ['app.ts', '@scope/ui/button/index.js', 'miniprogram_npm/@scope/ui/button/index.js'],
  ['packages/more/pages/b/b.ts', 'lib', 'packages/more/miniprogram_npm/lib/index.js'],
])('findModule() of a package: from %p, %p is %p', (from, reference, path) => {
  expect(findModule(has, {}, from, reference)).toEqual({ path })
})

test.each([
  ['missing', 'package-not-built'],
  ['../../../outside', 'import-outside'],
])('findModule(): %p is a problem, %s', (reference, rule) => {
  expect(findModule(has, {}, 'pages/a/a.ts', reference)).toMatchObject({ problem: { rule } })
})

const ALIASES = {
  '~/*': '/*',
  '@utils/*': 'utils/*',
  '@utils/deep/*': '/other/*',
  '@out/*': '../x/*',
  odd: 'x',
}
const FILES = new Set([
  'cloud/call.ts',
  'utils/time.js',
  'other/a/b/index.ts',
  'pages/a/near.ts',
  '../x/y.ts',
])

test.each([
  ['~/cloud/call', 'cloud/call.ts'],
  ['@utils/time', 'utils/time.js'],
  ['@utils/deep/a/b', 'other/a/b/index.ts'],
  ['/cloud/call', 'cloud/call.ts'],
  ['near', 'pages/a/near.ts'],
])('findModule() by an alias, from the root, and beside: %p is %p', (reference, path) => {
  expect(findModule(name => FILES.has(name), ALIASES, 'pages/a/a.ts', reference)).toEqual({ path })
})

test.each(['./time', '@utils/none', '@out/y'])(
  'findModule() leaves a path to the compiler that is not there, or lies where no alias may lead: %p',
  reference => {
    expect(findModule(name => FILES.has(name), ALIASES, 'pages/a/a.ts', reference)).toBeUndefined()
  },
)

test.each(['odd', '@utilities/x'])(
  'an alias of another form, or of another name, does not hold: %p',
  reference => {
    expect(findModule(name => FILES.has(name), ALIASES, 'pages/a/a.ts', reference)).toMatchObject({
      problem: { rule: 'package-not-built' },
    })
  },
)
