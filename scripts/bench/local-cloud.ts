import { type ChildProcess, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { formatTable } from '../cli/table'
import { findProjectRoot } from '../project/project-root'
import { generateProject } from './generated-project'
import type { BenchOptions } from './index'
import { buildBenchFunctions } from './local-cloud-functions'
import { BATCH, type Order } from './local-cloud-process'
import { median } from './measure'

const WARM_CALLS = 300
/** Until V8 has compiled what is measured. */
const WARM_UP_CALLS = 1000
/** Within one call of a function, which has a time limit. */
const CALLS_INSIDE = 200
const DOCUMENTS = 100_000
const CONCURRENT = 1000

/** Milliseconds, calls, and bytes. */
const TARGET = { start: 1000, cold: 250, warm: 2, openapi: 3, read: 3, memory: 120e6 }

interface Figures {
  start: number
  cold: number
  /** A server that does nothing, for what the machine itself takes of a call. */
  bare: number
  warm: number
  openapi: number
  read: number
  answered: number
  concurrentMs: number
  memory: number
}

/** `kit bench local-cloud`: whole processes, from outside, with functions that the kit built. */
export async function run({ runs }: BenchOptions): Promise<boolean> {
  const root = mkdtempSync(join(tmpdir(), 'kit-bench-'))
  try {
    generateProject(findProjectRoot(__dirname), root, 0, 'kit')
    await buildBenchFunctions(root)
    return report(await measureAll(root, runs), runs)
  } finally {
    rmSync(root, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function measureAll(root: string, runs: number): Promise<Figures> {
  const starts: number[] = []
  const colds: number[] = []
  const memories: number[] = []
  for (let round = 0; round < runs; round++) {
    const started = performance.now()
    const cloud = await startProcess(root)
    starts.push(performance.now() - started)
    colds.push(await time(() => cloud.call('echo', { n: 1 })))
    await cloud.order({ fill: BATCH })
    for (const name of ['check', 'read']) await cloud.call(name, { times: 20 })
    memories.push(Number(await cloud.order('rest')))
    await cloud.stop()
  }
  const cloud = await startProcess(root)
  try {
    await cloud.order({ fill: DOCUMENTS })
    const warm = await warmMedian(n => cloud.call('echo', { n }))
    const inside = async (name: string) => {
      const round = async () => (await cloud.call(name, { times: CALLS_INSIDE })) as number[]
      for (let calls = 0; calls < WARM_UP_CALLS; calls += CALLS_INSIDE) await round()
      return median(await round())
    }
    const openapi = await inside('check')
    const read = await inside('read')
    const { answered, concurrentMs } = await callAtOnce(cloud)
    return {
      start: median(starts),
      cold: median(colds),
      bare: await measureBareServer(),
      warm,
      openapi,
      read,
      answered,
      concurrentMs,
      memory: median(memories),
    }
  } finally {
    await cloud.stop()
  }
}

async function warmMedian(call: (n: number) => Promise<unknown>): Promise<number> {
  for (let n = 0; n < WARM_UP_CALLS; n++) await call(n)
  const took: number[] = []
  for (let n = 0; n < WARM_CALLS; n++) took.push(await time(() => call(n)))
  return median(took)
}

const BARE_SERVER =
  "require('http').createServer((request, response) => request.resume().on('end', () => response.end('{}')))" +
  ".listen(0, '127.0.0.1', function () { console.log(this.address().port) })"

async function measureBareServer(): Promise<number> {
  const child = spawn(process.execPath, ['-e', BARE_SERVER], { stdio: ['ignore', 'pipe', 'inherit'] })
  const agent = new Agent({ keepAlive: true })
  try {
    const [port] = await once(child.stdout, 'data')
    return await warmMedian(n =>
      send(`http://127.0.0.1:${Number(port)}`, agent, { name: 'echo', data: { n } }),
    )
  } finally {
    agent.destroy()
    child.kill()
  }
}

async function callAtOnce(cloud: CloudProcess): Promise<{ answered: number; concurrentMs: number }> {
  const started = performance.now()
  const answers = await Promise.all(Array.from({ length: CONCURRENT }, (_, n) => cloud.call('echo', { n })))
  const answered = answers.filter((data, n) => (data as { n: number }).n === n).length
  return { answered, concurrentMs: performance.now() - started }
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

// --- the cloud's process ---

interface CloudProcess {
  /** The `data` of a function's reply. */
  call(name: string, data: unknown): Promise<unknown>
  order(order: Order): Promise<unknown>
  stop(): Promise<void>
}

async function startProcess(root: string): Promise<CloudProcess> {
  const file = join(__dirname, 'local-cloud-process.ts')
  const child = fork(file, [join(root, 'dist', 'cloudfunctions'), root], {
    execArgv: ['--require', join(__dirname, '../register.js')],
    cwd: root,
  })
  const url = String(await answerOf(child))
  const agent = new Agent({ keepAlive: true })
  const order = (what: Order) => {
    child.send(what)
    return answerOf(child)
  }
  return {
    call: (name, data) => post(`${url}/client/callFunction`, agent, { name, data }),
    order,
    async stop() {
      agent.destroy()
      const gone = once(child, 'exit')
      await order('stop')
      await gone
    },
  }
}

async function answerOf(child: ChildProcess): Promise<unknown> {
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`the process of the local cloud ended with ${code}`)
  })
  const [message] = await Promise.race([once(child, 'message'), ended])
  return (message as { answer?: unknown }).answer
}

async function post(url: string, agent: Agent, body: unknown): Promise<unknown> {
  const text = await send(url, agent, body)
  const { result, errMsg } = JSON.parse(text)
  if (!result?.ok) throw new Error(`a call failed: ${errMsg ?? text}`)
  return result.data
}

function send(url: string, agent: Agent, body: unknown): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      { method: 'POST', agent, headers: { 'content-type': 'application/json' } },
      response =>
        response
          .setEncoding('utf8')
          .toArray()
          .then(parts => resolve(parts.join('')), reject),
    )
    sent.on('error', reject)
    sent.end(JSON.stringify(body))
  })
}

// --- the report ---

function report(figures: Figures, runs: number): boolean {
  const { start, cold, bare, warm, openapi, read, answered, concurrentMs, memory } = figures
  const rows: [what: string, figure: string, target: string, met?: boolean][] = [
    ['start to ready, whole process', ms(start), `<= ${TARGET.start} ms`, start <= TARGET.start],
    ['first call of a cold function', ms(cold), `<= ${TARGET.cold} ms`, cold <= TARGET.cold],
    ['a node:http server that does nothing, over HTTP, p50', ms(bare), ''],
    ['warm callFunction over HTTP, p50', ms(warm), `<= ${TARGET.warm} ms`, warm <= TARGET.warm],
    ['openapi call in a function, p50', ms(openapi), `<= ${TARGET.openapi} ms`, openapi <= TARGET.openapi],
    [
      `doc(id).get() in a function, ${DOCUMENTS} documents, p50`,
      ms(read),
      `<= ${TARGET.read} ms`,
      read <= TARGET.read,
    ],
    [
      `${CONCURRENT} calls of one function at once, in ${ms(concurrentMs)}`,
      `${answered} answered`,
      `${CONCURRENT} answered`,
      answered === CONCURRENT,
    ],
    [
      'memory at rest, all processes',
      `${(memory / 1e6).toFixed(0)} MB`,
      `<= ${TARGET.memory / 1e6} MB`,
      memory <= TARGET.memory,
    ],
  ]
  const columns = [
    { title: `local cloud, ${runs} starts, ${WARM_CALLS} calls` },
    { title: 'measured', align: 'right' as const },
    { title: 'target', align: 'right' as const },
    { title: '' },
  ]
  process.stdout.write(
    `${formatTable(
      columns,
      rows.map(([what, figure, target, met]) => [
        what,
        figure,
        target,
        met === undefined ? '' : met ? 'met' : 'missed',
      ]),
    )}\n`,
  )
  return rows.every(([, , , met]) => met !== false)
}

function ms(milliseconds: number): string {
  return `${milliseconds < 10 ? milliseconds.toFixed(2) : milliseconds.toFixed(0)} ms`
}
