import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { build } from '../../../scripts/build'
import { PLAIN_FUNCTION, type TestProject, useProjects } from '../support/projects'
import { KIT_COMMAND } from '../support/run-kit'

const makeProject = useProjects()

const NAMES = Array.from({ length: 30 }, (_, index) => `function${index}`)
const source = (version: number) => PLAIN_FUNCTION.replace("''", `'version ${version}'`)

function writeVersion(project: TestProject, version: number): void {
  for (const name of NAMES) project.write(`cloudfunctions/${name}/index.ts`, source(version))
}

/** The version that every function in the output has; fails if they differ or a file is missing. */
function versionIn(project: TestProject, folder: string): number {
  const versions = NAMES.map(name => {
    for (const file of ['wx-server-sdk.js', 'config.json', 'package.json']) {
      expect(project.has(`${folder}/${name}/${file}`)).toBe(true)
    }
    return /version (\d+)/.exec(project.read(`${folder}/${name}/index.js`))?.[1]
  })
  expect(new Set(versions).size).toBe(1)
  return Number(versions[0])
}

/** Starts a build and kills it `delay` ms after it began to write, or after it ended. */
async function killWhileWriting(project: TestProject, delay: number): Promise<void> {
  const [node, ...kit] = KIT_COMMAND
  const child = spawn(node, [...kit, 'build', '--no-types'], { cwd: project.root, stdio: 'ignore' })
  const ended = new Promise<void>(resolve => child.on('exit', () => resolve()))
  const next = join(project.root, 'dist/.next')
  while (!existsSync(next) && child.exitCode === null) await new Promise(resolve => setImmediate(resolve))
  const until = performance.now() + delay
  while (performance.now() < until) await new Promise(resolve => setImmediate(resolve))
  child.kill('SIGKILL')
  await ended
}

test('a build killed at any moment leaves a whole output, and the next build works', async () => {
  const project = makeProject(
    Object.fromEntries(NAMES.map(name => [`cloudfunctions/${name}/index.ts`, source(0)])),
  )
  expect(await build({ root: project.root, types: false })).toMatchObject({ ok: true })
  let last = 0
  for (let round = 1; round <= 12; round++) {
    writeVersion(project, round)
    await killWhileWriting(project, round * 2 - 2)
    // between the two renames of the swap the last output stands beside its place; the next build puts it back
    const folder = project.has('dist/cloudfunctions') ? 'dist/cloudfunctions' : 'dist/.previous'
    expect([last, round]).toContain(versionIn(project, folder))
    last = round
    expect(await build({ root: project.root, types: false })).toMatchObject({ ok: true })
    expect(versionIn(project, 'dist/cloudfunctions')).toBe(round)
  }
}, 120_000)
