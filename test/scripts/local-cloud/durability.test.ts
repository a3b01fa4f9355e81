import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { KIT_ROOT } from '../support/projects'
import { seededNumbers } from './seeded-numbers'
import { post } from './support/ask'
import { useFolders } from './support/use-clouds'

const makeFolder = useFolders()
const children: ChildProcess[] = []
const KILLS = 20
const WRITES = 200

afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
})

/** Starts a cloud as a process of its own and gives its address. */
async function startProcess(dataDir: string, rules: string): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(
    process.execPath,
    [
      '--require',
      join(__dirname, '../../../scripts/register.js'),
      join(__dirname, 'support/cloud-process.ts'),
      dataDir,
      rules,
    ],
    // what a killed process leaves in the temporary folder goes with the test's own
    { cwd: KIT_ROOT, env: { ...process.env, TMPDIR: dataDir }, stdio: ['ignore', 'pipe', 'inherit'] },
  )
  children.push(child)
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`the process of the cloud ended with ${code} before it was ready`)
  })
  const [line] = (await Promise.race([once(child.stdout, 'data'), ended])) as [Buffer]
  return { child, url: line.toString().trim() }
}

/** Writes until the process is gone, and tells which writes were acknowledged. */
async function writeUntilKilled(
  url: string,
  round: number,
  onWrite: (count: number) => void,
): Promise<string[]> {
  const acknowledged: string[] = []
  const write = async (n: number) => {
    const _id = `r${round}n${n}`
    const data = [JSON.stringify({ _id, text: 'x'.repeat(n) })]
    const body = { action: 'database.insertDocument', collectionName: 'writes', data }
    const answer = await post(`${url}/client/database`, body).catch(() => undefined)
    if (answer?.json?.data?.insertedIds?.[0] !== _id) return
    acknowledged.push(_id)
    onWrite(acknowledged.length)
  }
  for (let n = 0; n < WRITES; n += 10) await Promise.all(Array.from({ length: 10 }, (_, i) => write(n + i)))
  return acknowledged
}

async function countIn(url: string, ids: readonly string[]): Promise<number> {
  let found = 0
  for (let from = 0; from < ids.length; from += 20) {
    const query = JSON.stringify({ _id: { $in: ids.slice(from, from + 20) } })
    const body = { action: 'database.calculateDocument', collectionName: 'writes', queryType: 'WHERE', query }
    found += (await post(`${url}/client/database`, body)).json.data.total
  }
  return found
}

test(`kill -9 during ${WRITES} writes, ${KILLS} times over: nothing that was acknowledged is lost`, async () => {
  const random = seededNumbers(9)
  const dataDir = makeFolder()
  const rules = `${makeFolder({ 'database.rules.json': '{ "writes": { "read": true, "write": true } }' })}/database.rules.json`
  const setup = await startProcess(dataDir, rules)
  // rules allow writing, but only a function can make a collection
  await post(`${setup.url}/client/callFunction`, {
    name: 'sdk',
    data: { operation: 'createCollection', name: 'writes' },
  })
  setup.child.kill('SIGKILL')
  await once(setup.child, 'exit')

  const acknowledged: string[] = []
  for (let round = 0; round < KILLS; round++) {
    const { child, url } = await startProcess(dataDir, rules)
    expect(await countIn(url, acknowledged.slice(-WRITES))).toBe(Math.min(acknowledged.length, WRITES))
    const killAt = 1 + Math.floor(random() * (WRITES - 20))
    const gone = once(child, 'exit')
    const written = await writeUntilKilled(url, round, count => count === killAt && child.kill('SIGKILL'))
    await gone
    expect(written.length).toBeGreaterThanOrEqual(killAt)
    acknowledged.push(...written)
  }
  const { child, url } = await startProcess(dataDir, rules)
  expect(await countIn(url, acknowledged)).toBe(acknowledged.length)
  child.kill('SIGKILL')
}, 120_000)
