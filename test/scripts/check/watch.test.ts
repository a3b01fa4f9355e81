import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CheckResult } from '../../../scripts/check/check'
import { watchAndCheck } from '../../../scripts/check/watch'
import { contractText, KIT_ROOT, PLAIN_FUNCTION, type TestProject, useProjects } from '../support/projects'
import { KIT_COMMAND } from '../support/run-kit'

const makeProject = useProjects()

const TSCONFIG = readFileSync(join(KIT_ROOT, 'miniprogram/tsconfig.json'), 'utf8')

const FILES = {
  'cloudfunctions/whoami/index.ts': PLAIN_FUNCTION,
  'miniprogram/app.json': '{ "pages": ["pages/home/home", "pages/list/list"] }',
  'miniprogram/pages/home/home.ts': "Page({ data: { title: '' } })\n",
  'miniprogram/pages/home/home.wxml': '<view>{{title}}</view>\n',
  'miniprogram/pages/list/list.ts': 'Page({})\n',
  'miniprogram/pages/list/list.wxml': '<view />\n',
}

let ends: (() => Promise<unknown>)[] = []
afterEach(async () => {
  await Promise.all(ends.map(end => end()))
  ends = []
})

/** Starts the watch; gives a function that waits for the next check. */
async function startWatch({ root }: TestProject): Promise<() => Promise<CheckResult>> {
  const results: CheckResult[] = []
  const waiting: ((result: CheckResult) => void)[] = []
  const stop = await watchAndCheck(
    root,
    {},
    result => {
      const next = waiting.shift()
      if (next) next(result)
      else results.push(result)
    },
    error => {
      throw error
    },
  )
  ends.push(stop)
  return () => {
    const ready = results.shift()
    return ready ? Promise.resolve(ready) : new Promise(resolve => waiting.push(resolve))
  }
}

test('watchAndCheck() checks at once, and then only what changes', async () => {
  const project = makeProject(FILES)
  const nextCheck = await startWatch(project)
  const first = await nextCheck()
  expect(first.problems).toEqual([])
  expect(first.checked).toEqual(['miniprogram/pages/home/home.wxml', 'miniprogram/pages/list/list.wxml'])
  project.write('miniprogram/pages/home/home.wxml', '<view>{{titel}}</view>\n')
  const second = await nextCheck()
  expect(second.checked).toEqual(['miniprogram/pages/home/home.wxml'])
  expect(second.problems).toMatchObject([{ rule: 'data-unknown', line: 1, column: 9 }])
  expect(second.functions).toBe(first.functions)
}, 30_000)

test('watchAndCheck() looks at the functions again when one of them changes', async () => {
  const project = makeProject(FILES)
  const nextCheck = await startWatch(project)
  await nextCheck()
  project.write('cloudfunctions/whoami/index.ts', 'export const main = async () => wx\n')
  expect((await nextCheck()).problems).toMatchObject([
    { rule: 'type-error', file: 'cloudfunctions/whoami/index.ts', line: 1 },
  ])
}, 30_000)

test('watchAndCheck() looks at the types of the pages again when a script changes, and keeps what it found otherwise', async () => {
  const project = makeProject({ ...FILES, 'miniprogram/tsconfig.json': TSCONFIG })
  const nextCheck = await startWatch(project)
  expect((await nextCheck()).problems).toEqual([])
  const wrong = { rule: 'type-error', file: 'miniprogram/pages/list/list.ts', line: 1, column: 24 }
  project.write('miniprogram/pages/list/list.ts', 'Page({ onLoad() { this.lod() } })\n')
  expect((await nextCheck()).problems).toMatchObject([wrong])
  project.write('miniprogram/pages/home/home.wxml', '<view>{{title}}{{title}}</view>\n')
  expect((await nextCheck()).problems).toMatchObject([wrong])
  project.write('miniprogram/pages/list/list.ts', 'Page({})\n')
  expect((await nextCheck()).problems).toEqual([])
}, 30_000)

test('watchAndCheck() looks at the pages again when the contract changes', async () => {
  const project = makeProject({
    ...FILES,
    'miniprogram/tsconfig.json': TSCONFIG,
    'miniprogram/pages/list/list.ts':
      "import type { Contract } from '../../../cloudfunctions/contract'\nconst name: keyof Contract = 'whoami'\nPage({ data: { name } })\n",
  })
  const nextCheck = await startWatch(project)
  expect((await nextCheck()).problems).toEqual([])
  project.write('cloudfunctions/contract.ts', contractText())
  expect((await nextCheck()).problems.map(({ rule, file }) => [rule, file])).toEqual([
    ['contract-line-missing', 'cloudfunctions/contract.ts'],
    ['type-error', 'miniprogram/pages/list/list.ts'],
  ])
}, 30_000)

test('kit check --watch says what it found, and ends on Ctrl-C', async () => {
  const { root } = makeProject(FILES)
  const [node, ...args] = KIT_COMMAND
  const kit = spawn(node, [...args, 'check', '--watch'], {
    cwd: root,
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
  })
  ends.push(async () => kit.kill('SIGKILL'))
  let output = ''
  for await (const chunk of kit.stdout.setEncoding('utf8')) {
    output += chunk
    if (/ anew\n/.test(output)) break
  }
  expect(output).toMatch(/^1 function checked\nin [\d.]+ m?s, 2 templates and styles anew\n$/)
  const ended = once(kit, 'exit')
  kit.kill('SIGINT')
  expect(await ended).toEqual([0, null])
}, 30_000)
