import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { check } from '../../../scripts/check/check'
import type { Problem } from '../../../scripts/project/problem'
import { contractText, KIT_ROOT, type TestProject, useProjects } from '../support/projects'

const makeProject = useProjects()

const CALL = `import type { Contract } from '../cloudfunctions/contract'
export declare function call<Name extends keyof Contract>(name: Name, input: Contract[Name]['input']): void
`
const HELLO = `import type { Reply } from '../shared/reply'
export const main = async (event: { name: string }): Promise<Reply<string>> => ({ ok: true, data: event.name })
`

/** A function `hello`, and a page whose script this is. */
function makePage(script: string, files: Record<string, string> = {}): TestProject {
  return makeProject({
    'cloudfunctions/hello/index.ts': HELLO,
    'miniprogram/tsconfig.json': readFileSync(join(KIT_ROOT, 'miniprogram/tsconfig.json'), 'utf8'),
    'miniprogram/app.json': '{ "pages": ["pages/home/home"] }',
    'miniprogram/call.ts': CALL,
    'miniprogram/pages/home/home.ts': script,
    'miniprogram/pages/home/home.wxml': '<view />\n',
    ...files,
  })
}

async function problemsOf({ root }: TestProject): Promise<string[]> {
  return (await check(root)).problems.map(shown)
}

/** `pages/home/home.ts:1:7 type-error TS2322` */
function shown({ rule, message, file, line, column }: Problem): string {
  const [code = message] = /TS\d+/.exec(message) ?? []
  return `${file?.replace(/^miniprogram\//, '')}:${line}:${column} ${rule} ${code}`
}

const RIGHT =
  "import { call } from '../../call'\nPage({ data: { a: 1 }, load() { call('hello', { name: 'x' }) } })\n"

test('a call that fits the contract is in order', async () => {
  expect(await problemsOf(makePage(RIGHT))).toEqual([])
}, 30_000)

test('a wrong call, a wrong method and a function that is gone from the contract are found in the page', async () => {
  const project = makePage(
    [
      "import { call } from '../../call'",
      'Page({',
      '  onLoad() {',
      "    call('helo', { name: 'x' })",
      "    call('hello', { nme: 1 })",
      '    this.lod()',
      '  },',
      '})',
      '',
    ].join('\n'),
  )
  expect(await problemsOf(project)).toEqual([
    'pages/home/home.ts:4:10 type-error TS2345',
    'pages/home/home.ts:5:21 type-error TS2561',
    'pages/home/home.ts:6:10 type-error TS2339',
  ])
  project.write('miniprogram/pages/home/home.ts', RIGHT)
  project.remove('cloudfunctions/hello')
  project.write('cloudfunctions/contract.ts', contractText())
  expect(await problemsOf(project)).toEqual(['pages/home/home.ts:2:38 type-error TS2345'])
}, 30_000)

test('the types of packages are not the business of the mini program', async () => {
  const project = makePage(RIGHT, {
    'miniprogram/miniprogram_npm/pkg/index.ts': "export const a: number = 'a'\n",
    'miniprogram/node_modules/pkg/index.ts': "export const a: number = 'a'\n",
  })
  expect(await problemsOf(project)).toEqual([])
}, 30_000)

test('what another check says better of a line is said once', async () => {
  const project = makePage("import { a } from 'no-such-package'\nPage({ data: { a } })\n", {
    'miniprogram/lib.ts': 'export const a = 1\n',
  })
  expect(await problemsOf(project)).toEqual([
    'pages/home/home.ts:1:20 package-not-built there is no package "no-such-package" in miniprogram_npm/, where the mini program looks for it',
  ])
  project.write('miniprogram/pages/home/home.ts', 'Page({\n  data: { a: 1 \n')
  expect(await problemsOf(project)).toMatchObject([
    expect.stringMatching(/^pages\/home\/home\.ts:3:1 script-syntax /),
  ])
  project.write('miniprogram/pages/home/home.ts', RIGHT)
  project.write('miniprogram/lib.ts', 'export const a = (1\n')
  expect(await problemsOf(project)).toEqual(['lib.ts:2:1 type-error TS1005'])
}, 30_000)

test('a mini program without tsconfig.json is taken for one in JavaScript', async () => {
  const project = makePage('Page({ onLoad() { this.lod() } })\n')
  project.remove('miniprogram/tsconfig.json')
  expect(await problemsOf(project)).toEqual([])
}, 30_000)
