import { listMiniProgram } from '../../../scripts/project/mini-program'
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
