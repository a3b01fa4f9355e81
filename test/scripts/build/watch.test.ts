import { type BuildResult, watchAndBuild } from '../../../scripts/build'
import {
  configJson,
  OPENAPI_FUNCTION,
  PLAIN_FUNCTION,
  type TestProject,
  useProjects,
} from '../support/projects'

const makeProject = useProjects()

let stop: () => Promise<void>
afterEach(() => stop())

/** Starts the watch; gives a function that waits for the next build. */
async function startWatch(project: TestProject): Promise<() => Promise<BuildResult>> {
  const results: BuildResult[] = []
  const waiting: ((result: BuildResult) => void)[] = []
  stop = await watchAndBuild(
    { root: project.root, types: false },
    result => {
      const next = waiting.shift()
      if (next) next(result)
      else results.push(result)
    },
    error => {
      throw error
    },
  )
  return () => {
    const ready = results.shift()
    return ready ? Promise.resolve(ready) : new Promise(resolve => waiting.push(resolve))
  }
}

test('watchAndBuild() builds at once, and again when a source changes', async () => {
  const project = makeProject({ 'cloudfunctions/whoami/index.ts': PLAIN_FUNCTION })
  const nextBuild = await startWatch(project)
  expect(await nextBuild()).toMatchObject({ ok: true, unchanged: false })
  project.write('cloudfunctions/whoami/index.ts', PLAIN_FUNCTION.replace("''", "'changed'"))
  expect(await nextBuild()).toMatchObject({ ok: true, unchanged: false })
  expect(project.read('dist/cloudfunctions/whoami/index.js')).toContain('changed')
})

test('watchAndBuild() goes on after a build that fails', async () => {
  const project = makeProject({ 'cloudfunctions/code/index.ts': OPENAPI_FUNCTION })
  const nextBuild = await startWatch(project)
  expect(await nextBuild()).toMatchObject({ ok: false, problems: [{ rule: 'openapi-not-listed' }] })
  project.write('cloudfunctions/code/config.json', configJson('wxacode.getUnlimited'))
  expect(await nextBuild()).toMatchObject({ ok: true, problems: [] })
})
