import { writeFileSync } from 'node:fs'
import { isAlive } from '../support/is-alive'
import { copyFunctions, type TestCloud, until, useClouds, useFolders } from '../support/use-clouds'

const startCloud = useClouds()
const makeFolder = useFolders()

interface Count {
  pid: number
  calls: number
}

const count = async (cloud: TestCloud, data: Record<string, unknown> = {}) =>
  (await cloud.call('counter', data)).result as Count
const pids = (counts: readonly Count[]) => new Set(counts.map(({ pid }) => pid))

test('calls one after the other share a process, and what it keeps in memory', async () => {
  const cloud = await startCloud()
  const counts = [await count(cloud), await count(cloud), await count(cloud)]
  expect(pids(counts).size).toBe(1)
  expect(counts.map(({ calls }) => calls)).toEqual([1, 2, 3])
})

test('calls at once get processes of their own, up to the limit; the others wait for their turn', async () => {
  const cloud = await startCloud({ maxInstances: 3 })
  const counts = await Promise.all(Array.from({ length: 12 }, () => count(cloud, { waitMs: 150 })))
  expect(counts).toHaveLength(12)
  expect(pids(counts).size).toBe(3)
})

test('calls that functions make at once keep to the same limit, and wait for their turn', async () => {
  const cloud = await startCloud({ maxInstances: 2, timeoutMs: 30_000 })
  const calls = Array.from({ length: 6 }, async () => {
    const { result } = await cloud.call('nested', { name: 'counter', data: { waitMs: 50 } })
    return (result as { result: Count }).result
  })
  expect(pids(await Promise.all(calls)).size).toBeLessThanOrEqual(2)
})

test('a thousand calls of one function at once are all answered, each with its own answer', async () => {
  const cloud = await startCloud()
  const answers = await Promise.all(
    Array.from(
      { length: 1000 },
      async (_, n) => ((await cloud.call('echo', { n })).result as { event: { n: number } }).event.n,
    ),
  )
  expect(answers).toEqual(Array.from({ length: 1000 }, (_, n) => n))
})

test('a process with nothing to do is ended', async () => {
  const cloud = await startCloud({ idleMs: 20 })
  const { pid } = await count(cloud)
  await until(() => (isAlive(pid) ? undefined : true))
  expect((await count(cloud)).calls).toBe(1)
})

test('stop() leaves no process behind, not even a busy one', async () => {
  const cloud = await startCloud()
  const { pid } = await count(cloud)
  const busy = cloud.call('counter', { waitMs: 60_000 }).catch(error => error)
  await cloud.stop()
  expect(isAlive(pid)).toBe(false)
  expect((await busy).errCode).toBe(-504002)
})

test('warm: a process of each function has loaded it before the first call', async () => {
  const functionsDir = makeFolder({
    'eager/index.js': "console.log('loaded')\nexports.main = async () => process.pid\n",
  })
  const cloud = await startCloud({ functionsDir, warm: true })
  const line = await until(() => cloud.events.find(event => event.kind === 'line'))
  expect(line).toMatchObject({ functionName: 'eager', requestId: '', text: 'loaded' })
  await cloud.call('eager')
  expect(cloud.events.filter(event => event.kind === 'line')).toHaveLength(1)
})

test('rebuilt code answers from the next call on, and the call under way keeps the old', async () => {
  const functionsDir = copyFunctions(makeFolder(), 'counter')
  const cloud = await startCloud({ functionsDir })
  await count(cloud)
  const underWay = count(cloud, { waitMs: 300 })
  writeFileSync(`${functionsDir}/counter/index.js`, 'exports.main = async () => ({ version: 2 })\n')
  expect((await cloud.call('counter')).result).toEqual({ version: 2 })
  expect(await underWay).toMatchObject({ calls: 2 })
  expect((await cloud.call('counter')).result).toEqual({ version: 2 })
})

test('a build that writes the same again costs no process', async () => {
  const functionsDir = copyFunctions(makeFolder(), 'counter')
  const cloud = await startCloud({ functionsDir })
  const { pid } = await count(cloud)
  copyFunctions(functionsDir, 'counter')
  expect(await count(cloud)).toMatchObject({ pid, calls: 2 })
})

test('reload() gives functions new processes', async () => {
  const cloud = await startCloud()
  const { pid } = await count(cloud)
  cloud.reload(['echo'])
  expect((await count(cloud)).pid).toBe(pid)
  cloud.reload()
  expect((await count(cloud)).pid).not.toBe(pid)
})

test('a function that appears while the cloud runs can be called', async () => {
  const functionsDir = makeFolder()
  const cloud = await startCloud({ functionsDir })
  expect(cloud.functions()).toEqual([])
  copyFunctions(functionsDir, 'counter')
  expect((await count(cloud)).calls).toBe(1)
  expect(cloud.functions()).toEqual(['counter'])
})
