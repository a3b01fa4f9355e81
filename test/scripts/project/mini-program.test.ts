import {
  applyAlias,
  findComponent,
  findPackageScript,
  listMiniProgram,
  resolveReference,
} from '../../../scripts/project/mini-program'
import { useProjects } from '../support/projects'

const makeProject = useProjects()

test('listMiniProgram() gives every file by its path, with its size and text', () => {
  const { root } = makeProject({
    'miniprogram/app.json': '{}',
    'miniprogram/pages/home/home.wxml': '<view>中</view>',
    'miniprogram/node_modules/x/index.wxml': '<view />',
  })
  const files = listMiniProgram(root)
  expect([...files.sizes].sort()).toEqual([
    ['app.json', 2],
    ['pages/home/home.wxml', 16],
  ])
  expect(files.has('pages/home/home.wxml')).toBe(true)
  expect(files.endingWith('.wxml')).toEqual(['pages/home/home.wxml'])
  expect(files.text('pages/home/home.wxml')).toBe('<view>中</view>')
})

test('listMiniProgram() finds nothing where there is no mini program', () => {
  expect(listMiniProgram(makeProject().root).sizes.size).toBe(0)
})

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
  ['pages/a/a.ts', 'missing', undefined],
])('findPackageScript(%p, %p) is %p', (from, reference, path) => {
  expect(findPackageScript(has, from, reference)).toBe(path)
})

const ALIASES = { '~/*': '/*', '@utils/*': 'utils/*', '@utils/deep/*': '/other/*', odd: 'x' }

test.each([
  ['~/cloud/call', 'cloud/call'],
  ['@utils/time', 'utils/time'],
  ['@utils/deep/a/b', 'other/a/b'],
  ['odd', undefined],
  ['@utilities/x', undefined],
  ['./time', undefined],
])('applyAlias(%p) is %p', (reference, path) => {
  expect(applyAlias(ALIASES, reference)).toBe(path)
})
