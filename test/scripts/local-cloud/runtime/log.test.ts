import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CallReport, LogEvent } from '../../../../scripts/local-cloud'
import { copyFunctions, failureOf, type TestCloud, until, useClouds, useFolders } from '../support/use-clouds'

const startCloud = useClouds()
const makeFolder = useFolders()

const LOGGER = `const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
exports.main = async () => cloud.logger().warn({ what: 'a record', n: 1 })
`

const linesOf = (cloud: TestCloud, requestId: string) =>
  cloud.events.flatMap((event: LogEvent) =>
    event.kind === 'line' && event.requestId === requestId ? [event.text] : [],
  )
const reportOf = (cloud: TestCloud, requestId: string) =>
  until(() =>
    cloud.events.find(
      (event): event is CallReport => event.kind === 'report' && event.requestId === requestId,
    ),
  )

test('each line is known to belong to its call, in front of the report of that call', async () => {
  const cloud = await startCloud()
  const calls = await Promise.all(
    Array.from({ length: 20 }, (_, n) => cloud.call('counter', { print: `first ${n}\nsecond ${n} 你好\n` })),
  )
  for (const [n, { requestID }] of calls.entries()) {
    await reportOf(cloud, requestID)
    expect(linesOf(cloud, requestID)).toEqual([`first ${n}`, `second ${n} 你好`])
  }
})

test('a line without an end is not lost, and does not run into the next call', async () => {
  const cloud = await startCloud()
  const first = await cloud.call('counter', { print: 'no end' })
  const second = await cloud.call('counter', { print: 'another' })
  await reportOf(cloud, second.requestID)
  expect(linesOf(cloud, first.requestID)).toEqual(['no end'])
  expect(linesOf(cloud, second.requestID)).toEqual(['another'])
})

test('the report tells duration, memory, and the cold start', async () => {
  const cloud = await startCloud()
  const cold = await reportOf(cloud, (await cloud.call('counter', { waitMs: 30 })).requestID)
  expect(cold).toMatchObject({ functionName: 'counter', outcome: 'reply', initMs: expect.any(Number) })
  expect(cold.durationMs).toBeGreaterThanOrEqual(29)
  expect(cold.memoryBytes).toBeGreaterThan(10e6)
  const warm = await reportOf(cloud, (await cloud.call('counter')).requestID)
  expect(warm.initMs).toBeUndefined()
})

test('the output of a killed call is in the log, up to its end', async () => {
  const cloud = await startCloud({ timeoutMs: 150 })
  await failureOf(cloud.call('counter', { print: 'before the end\n', waitMs: 60_000 }))
  const report = await until(() => cloud.events.find((event): event is CallReport => event.kind === 'report'))
  expect(linesOf(cloud, report.requestId)).toEqual(['before the end'])
})

/** Calls a function several times at once. */
const CALLS = `const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
exports.main = async ({ name, times }) => {
  await Promise.all(Array.from({ length: times }, () => cloud.callFunction({ name, data: { waitMs: 60_000 } })))
}
`

/** Of a function that calls another and runs out of time. */
async function timeoutReport(cloud: TestCloud, name: string, times: number): Promise<CallReport> {
  await failureOf(cloud.call('calls', { name, times }))
  return await until(() =>
    cloud.events.find(
      (event): event is CallReport => event.kind === 'report' && event.functionName === 'calls',
    ),
  )
}

test('a function that ran out of time while a call of its own had no instance: the report says why it had none', async () => {
  const functionsDir = makeFolder({
    'calls/index.js': CALLS,
    'calls/package.json': '{ "dependencies": { "wx-server-sdk": "4.0.2" } }',
    'loads/index.js': 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)\n',
  })
  copyFunctions(functionsDir, 'counter')
  const crowded = await startCloud({ functionsDir, timeoutMs: 1000, maxInstances: 1 })
  await crowded.call('counter')
  expect((await timeoutReport(crowded, 'counter', 3)).error).toBe(
    'ran past its time limit of 1 s; its call of counter still waited for a free instance, all were busy (1 of 1)',
  )
  const slow = await startCloud({ functionsDir, timeoutMs: 1000 })
  expect((await timeoutReport(slow, 'loads', 1)).error).toBe(
    'ran past its time limit of 1 s; its call of loads still waited for an instance to start',
  )
  const roomy = await startCloud({ functionsDir, timeoutMs: 1000 })
  await roomy.call('counter')
  expect((await timeoutReport(roomy, 'counter', 1)).error).toBe('ran past its time limit of 1 s')
})

test('endless output of one call is cut off', async () => {
  const cloud = await startCloud({ timeoutMs: 30_000 })
  const { requestID } = await cloud.call('counter', { print: `${'x'.repeat(99)}\n`.repeat(900) })
  await reportOf(cloud, requestID)
  expect(linesOf(cloud, requestID)).toHaveLength(900)
  const functionsDir = makeFolder({
    'flood/index.js':
      "exports.main = async () => { for (let n = 0; n < 30_000; n++) console.log('x'.repeat(99)) }\n",
  })
  const flooded = await startCloud({ functionsDir, timeoutMs: 30_000 })
  const flood = await flooded.call('flood')
  await reportOf(flooded, flood.requestID)
  const lines = linesOf(flooded, flood.requestID)
  expect(lines.length).toBeLessThan(11_000)
  expect(lines.at(-1)).toBe('... (the rest of the output of this call is left out)')
})

test('cloud.logger() writes its records into the log', async () => {
  const cloud = await startCloud({
    functionsDir: makeFolder({
      'logs/index.js': LOGGER,
      'logs/package.json': '{ "dependencies": { "wx-server-sdk": "4.0.2" } }',
    }),
  })
  const { requestID } = await cloud.call('logs')
  await reportOf(cloud, requestID)
  expect(linesOf(cloud, requestID)).toEqual(['{"what":"a record","n":1}'])
})

test('a cloud that keeps its data keeps its log, too', async () => {
  const dataDir = makeFolder()
  const cloud = await startCloud({ dataDir, now: () => Date.UTC(2026, 0, 2, 3, 4, 5) })
  const { requestID } = await cloud.call('counter', { print: 'kept\n' })
  await failureOf(cloud.call('faulty', { how: 'throw an error' }))
  await cloud.stop()
  const log = readFileSync(join(dataDir, 'logs', 'functions.log'), 'utf8')
  expect(log).toContain(`2026-01-02T03:04:05.000Z counter RequestId: ${requestID} kept\n`)
  expect(log).toMatch(
    new RegExp(`REPORT counter RequestId: ${requestID} Duration: [\\d.]+ms MemUsage: [\\d.]+MB .*reply\n`),
  )
  expect(log).toMatch(/REPORT faulty RequestId: \S+ .*thrown Error: TypeError: boom 1/)
})
