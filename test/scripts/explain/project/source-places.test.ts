import { build } from '../../../../scripts/build'
import { explain } from '../../../../scripts/explain/explanation'
import { openProject } from '../../../../scripts/explain/project/project'
import type { PlacesFinding } from '../../../../scripts/explain/project/source-places'
import { configJson, type TestProject, useProjects } from '../../support/projects'

const makeProject = useProjects()

const FIRST = `import cloud from 'wx-server-sdk'
import { upper } from './upper'

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })

export const main = async (event: { name?: string }) => {
  if (!event.name) throw new RangeError('no name in this event')
  return { ok: true as const, data: upper(event as { name: string }) }
}
`
const UPPER = `interface Named { name: string }

export function upper({ name }: Named): string {
  return name.toUpperCase()
}
`
const SECOND = `import cloud from 'wx-server-sdk'
export const main = async () => ({ ok: true as const, data: String(cloud.getWXContext().OPENID) + 'x'.repeat(500) })
`

async function builtProject(): Promise<TestProject> {
  const project = makeProject({
    'cloudfunctions/first/index.ts': FIRST,
    'cloudfunctions/first/upper.ts': UPPER,
    'cloudfunctions/first/config.json': configJson(),
    'cloudfunctions/second/index.ts': SECOND,
    'cloudfunctions/second/config.json': configJson(),
  })
  expect((await build({ root: project.root, types: false, zip: false })).ok).toBe(true)
  return project
}

/** As V8 writes a position: both from 1. */
function positionOf(project: TestProject, code: string): string {
  const lines = project.read('dist/cloudfunctions/first/index.js').split('\n')
  const line = lines.findIndex(text => text.includes(code))
  return `${line + 1}:${(lines[line] ?? '').indexOf(code) + 1}`
}

async function explainIn({ root }: TestProject, text: string, functionName?: string) {
  const explanation = await explain(text, { language: 'en', functionName, project: openProject(root) })
  const finding = explanation.project.find(({ topic }) => topic === 'places') as PlacesFinding | undefined
  return {
    functionName: explanation.functionName,
    places: finding?.data.places.map(({ source }) => source),
    lines: finding?.lines.map(({ en }) => en).join('\n'),
  }
}

const stack = (...positions: string[]) =>
  `RangeError: no name${positions.map(position => `\n    at a (/var/user/index.js:${position})`).join('')}`

test('a stack leads back to TypeScript, line and column, with the code around it', async () => {
  const project = await builtProject()
  const thrown = positionOf(project, 'new RangeError')
  const { places, lines } = await explainIn(project, stack(thrown), 'first')
  expect(places).toEqual([{ file: 'cloudfunctions/first/index.ts', line: 7, column: 26 }])
  expect(lines).toContain(`cloudfunctions/first/index.ts:7:26  (first ${thrown})`)
  expect(lines).toContain("> 7 |   if (!event.name) throw new RangeError('no name in this event')")
})

test('every position of a stack is mapped, each in its own file', async () => {
  const project = await builtProject()
  const { places } = await explainIn(
    project,
    stack(positionOf(project, 'toUpperCase'), positionOf(project, 'new RangeError')),
    'first',
  )
  expect(places).toMatchObject([
    { file: 'cloudfunctions/first/upper.ts', line: 4 },
    { file: 'cloudfunctions/first/index.ts', line: 7 },
  ])
})

test('the function need not be named if the positions fit one only', async () => {
  const project = await builtProject()
  const text = stack(positionOf(project, 'toUpperCase'), positionOf(project, 'new RangeError'))
  expect(await explainIn(project, text)).toMatchObject({
    functionName: 'first',
    places: [{ file: 'cloudfunctions/first/upper.ts' }, { file: 'cloudfunctions/first/index.ts' }],
  })
})

test('the function that a stack comes from is the one whose permissions are looked at', async () => {
  const built = await builtProject()
  const text = `errCode: -604101\n${stack(positionOf(built, 'new RangeError'))}`
  const { project } = await explain(text, { language: 'en', project: openProject(built.root) })
  expect(project).toMatchObject([
    { topic: 'permissions', data: { functions: [{ name: 'first', calls: [] }] } },
    { topic: 'places', data: { functions: ['first'] } },
  ])
})

test('a path on this machine names the function', async () => {
  const project = await builtProject()
  const text = `RangeError: no\n at a (/home/me/kit/dist/cloudfunctions/first/index.js:${positionOf(project, 'new RangeError')})`
  expect(await explainIn(project, text)).toMatchObject({
    functionName: 'first',
    places: [{ file: 'cloudfunctions/first/index.ts', line: 7 }],
  })
})

test('a source that has changed since the build is shown as it was, and said to have changed', async () => {
  const project = await builtProject()
  const position = positionOf(project, 'new RangeError')
  project.write('cloudfunctions/first/index.ts', `// a new line\n${FIRST}`)
  const { lines } = await explainIn(project, stack(position), 'first')
  expect(lines).toContain('> 7 |   if (!event.name) throw')
  expect(lines).toContain('cloudfunctions/first/index.ts has changed since the build')
})

test('a position that the build does not have is of another build', async () => {
  const project = await builtProject()
  const named = await explainIn(project, stack('1:999999'), 'first')
  expect([named.places, named.lines]).toEqual([
    [],
    'dist/ has no position 1:999999 (first): what runs in the cloud is another build',
  ])
  expect((await explainIn(project, stack('7:1'))).lines).toMatch(/no position 7:1 \(first, second\)/)
})

test('a missing build, a missing map and a broken map are said', async () => {
  const project = await builtProject()
  const position = positionOf(project, 'new RangeError')
  project.write('dist/maps/first.js.map', '{"version":3')
  expect((await explainIn(project, stack(position), 'first')).lines).toMatch(/first\.js\.map cannot be read/)
  project.write('dist/maps/first.js.map', '{}')
  expect((await explainIn(project, stack(position), 'first')).lines).toMatch(/first\.js\.map cannot be read/)
  project.remove('dist/maps/first.js.map')
  expect((await explainIn(project, stack(position), 'first')).lines).toMatch(
    /dist\/maps\/first\.js\.map is missing: npm run build writes it/,
  )
  project.remove('dist')
  expect((await explainIn(project, stack(position), 'first')).lines).toMatch(
    /first is not built: npm run build/,
  )
})

test('a stack outside of any package is left alone', async () => {
  const project = makeProject({ 'cloudfunctions/first/index.ts': SECOND })
  const text =
    'errCode: -504002 functions execute fail | errMsg: Error: no at node:events:524:28 (/opt/lib/a.js:1:2)'
  expect((await explainIn(project, text)).lines).toBeUndefined()
})
