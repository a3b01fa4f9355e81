import { readdirSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { MiniProgramChecker } from '../../../scripts/wxml'
import { shown, useMiniPrograms } from './support'

const makeMiniProgram = useMiniPrograms()

const TWO_PAGES = {
  'app.json': '{ "pages": ["pages/home/home", "pages/list/list"] }',
  'pages/list/list.ts':
    "import type { Row } from '../../rows'\nconst data: { rows: Row[] } = { rows: [] }\nPage({ data })\n",
  'pages/list/list.wxml': '<view wx:for="{{rows}}" wx:key="id">{{item.id}}</view>\n',
  'pages/list/list.wxss': '.a { color: red; }\n',
  'rows.ts': 'export interface Row { id: string }\n',
}

test('a second check looks at nothing that is as it was', async () => {
  const { root } = makeMiniProgram(TWO_PAGES)
  const checker = new MiniProgramChecker(root)
  expect(await checker.check()).toEqual({
    problems: [],
    checked: [
      'miniprogram/pages/home/home.wxml',
      'miniprogram/pages/list/list.wxml',
      'miniprogram/pages/list/list.wxss',
    ],
  })
  expect(await checker.check()).toEqual({ problems: [], checked: [] })
})

test('a change of a template, a style or a page checks that one anew', async () => {
  const project = makeMiniProgram(TWO_PAGES)
  const checker = new MiniProgramChecker(project.root)
  await checker.check()
  project.write('miniprogram/pages/list/list.wxml', '<view>{{rwos.length}}</view>\n')
  const afterTemplate = await checker.check()
  expect(afterTemplate.checked).toEqual(['miniprogram/pages/list/list.wxml'])
  expect(afterTemplate.problems.map(shown)).toEqual([
    'pages/list/list.wxml:1:9 data-unknown: the data of pages/list/list has no "rwos" (did you mean "rows"?)',
  ])
  project.write('miniprogram/pages/list/list.wxss', '.a { colr: red; }\n')
  expect((await checker.check()).checked).toEqual(['miniprogram/pages/list/list.wxss'])
  project.write('miniprogram/pages/list/list.ts', 'Page({ data: { rwos: [] } })\n')
  project.write('miniprogram/pages/list/list.wxss', '')
  const afterPage = await checker.check()
  expect(afterPage.checked).toEqual(['miniprogram/pages/list/list.wxml', 'miniprogram/pages/list/list.wxss'])
  expect(afterPage.problems).toEqual([])
})

test('a change of what pages share checks all that may depend on it', async () => {
  const project = makeMiniProgram(TWO_PAGES)
  const checker = new MiniProgramChecker(project.root)
  await checker.check()
  project.write('miniprogram/rows.ts', 'export interface Row { key: string }\n')
  const { checked, problems } = await checker.check()
  expect(checked).toEqual(['miniprogram/pages/home/home.wxml', 'miniprogram/pages/list/list.wxml'])
  expect(problems.map(({ rule, line, column }) => [rule, line, column])).toEqual([
    ['key-unknown', 1, 33],
    ['data-unknown', 1, 44],
  ])
})

test('what was found is known to the next process, and not to a mini program that has changed', async () => {
  const project = makeMiniProgram({ 'pages/home/home.wxml': '<view bind:tap="opne" />' })
  const first = await new MiniProgramChecker(project.root).check()
  const second = await new MiniProgramChecker(project.root).check()
  expect(second).toEqual({ problems: first.problems, checked: [] })
  expect(first.problems).toHaveLength(1)
  project.write('dist/check/findings.json', '{ "salt": "')
  expect((await new MiniProgramChecker(project.root).check()).problems).toEqual(first.problems)
})

test('a script that cannot be parsed is named, since nothing can be told of the types then', async () => {
  const project = makeMiniProgram({
    'lib.ts': 'export const a = (1\n',
    'pages/home/home.ts': "import '../../lib'\nPage({})\n",
  })
  const checker = new MiniProgramChecker(project.root)
  expect((await checker.check()).problems).toMatchObject([
    { rule: 'type-error', file: 'miniprogram/lib.ts', line: 2, column: 1 },
  ])
  project.write('miniprogram/lib.ts', 'export const a = 1\n')
  expect((await checker.check()).problems.map(({ rule }) => rule)).toEqual([
    'data-unknown',
    'handler-unknown',
  ])
})

test('a page that cannot be parsed is named with its place', async () => {
  const { root } = makeMiniProgram({ 'pages/home/home.ts': 'Page({\n  data: { a: 1 \n' })
  expect((await new MiniProgramChecker(root).check()).problems).toMatchObject([
    { rule: 'script-syntax', file: 'miniprogram/pages/home/home.ts', line: 3, column: 1 },
  ])
})

test('options that the compiler does not take are a finding: nothing would be checked', async () => {
  const { root } = makeMiniProgram({ 'tsconfig.json': '{ "compilerOptions": { "strickt": true } }' })
  expect((await new MiniProgramChecker(root).check()).problems).toMatchObject([
    { rule: 'type-error', file: 'miniprogram/tsconfig.json', line: 1 },
  ])
})

test('what a killed run has left goes with the next one', async () => {
  const project = makeMiniProgram({})
  project.write('dist/check/run-old/tsconfig.json', '{}')
  project.write('dist/check/run-new/tsconfig.json', '{}')
  utimesSync(join(project.root, 'dist/check/run-old'), 0, 0)
  await new MiniProgramChecker(project.root).check()
  expect(project.has('dist/check/run-old')).toBe(false)
  expect(project.has('dist/check/run-new')).toBe(true)
})

test('the output folder holds nothing of a run that is over', async () => {
  const project = makeMiniProgram({})
  await new MiniProgramChecker(project.root).check()
  expect(project.has('dist/check/findings.json')).toBe(true)
  expect(readdirSync(join(project.root, 'dist/check'))).toEqual(['findings.json'])
})
