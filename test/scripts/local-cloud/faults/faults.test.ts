import { type Fault, parseFault } from '../../../../scripts/local-cloud'
import { drawInjury } from '../../../../scripts/local-cloud/faults/faults'
import { seededRandom } from '../../../../scripts/local-cloud/faults/random'
import { copyFunctions, failureOf, type TestCloud, useClouds, useFolders } from '../support/use-clouds'

const startCloud = useClouds()
const makeFolder = useFolders()

test.each<[string, Fault]>([
  [
    'guestbook:-504003@0.1',
    { functionName: 'guestbook', effect: { kind: 'code', errCode: -504003 }, probability: 0.1 },
  ],
  ['guestbook:+500ms@1', { functionName: 'guestbook', effect: { kind: 'latency', ms: 500 }, probability: 1 }],
  ['*:+1.5s', { functionName: '*', effect: { kind: 'latency', ms: 1500 }, probability: 1 }],
  ['a-b_c:timeout@.25', { functionName: 'a-b_c', effect: { kind: 'timeout' }, probability: 0.25 }],
  ['*:-1@0', { functionName: '*', effect: { kind: 'code', errCode: -1 }, probability: 0 }],
])('parseFault() reads %s', (text, fault) => {
  expect(parseFault(text)).toEqual(fault)
})

test.each([
  ['', 'it has not the shape of a fault'],
  ['guestbook', 'it has not the shape of a fault'],
  ['gu est:-504003', 'it has not the shape of a fault'],
  ['guestbook:504003', '"504003" is no code, no latency and not "timeout"'],
  ['guestbook:-504', '"-504" is no code'],
  ['guestbook:+500', '"+500" is no code, no latency'],
  ['guestbook:-504003@2', '"2" is not a probability from 0 to 1'],
  ['guestbook:-504003@10%', '"10%" is not a probability'],
  ['guestbook:-504003@', 'it has not the shape of a fault'],
])('parseFault() refuses %j, says why, and shows how', (text, reason) => {
  const parse = () => parseFault(text)
  expect(parse).toThrow(reason)
  expect(parse).toThrow('write "<function or *>:<effect>@<probability>"')
})

test('drawInjury() adds up latencies, takes the first failure, and leaves other functions alone', () => {
  const faults = ['*:+10ms', 'a:+5ms', 'a:-504003', 'a:-501004', 'b:timeout'].map(parseFault)
  expect(drawInjury(faults, 'a', () => 0)).toEqual({
    delayMs: 15,
    failure: { kind: 'code', errCode: -504003 },
  })
  expect(drawInjury(faults, 'b', () => 0)).toEqual({ delayMs: 10, failure: { kind: 'timeout' } })
  expect(drawInjury(faults, 'c', () => 0)).toEqual({ delayMs: 10 })
})

test('drawInjury() hits as often as it should', () => {
  const random = seededRandom(1)
  const fault = parseFault('*:-504003@0.1')
  const hits = Array.from({ length: 10_000 }, () => drawInjury([fault], 'a', random)).filter(
    ({ failure }) => failure,
  )
  expect(hits.length).toBeGreaterThan(900)
  expect(hits.length).toBeLessThan(1100)
})

const outcomes = async (cloud: TestCloud, calls: number) => {
  const results: (number | 'ok')[] = []
  for (let call = 0; call < calls; call++) {
    results.push(
      await cloud.call('counter').then(
        () => 'ok' as const,
        ({ errCode }) => errCode,
      ),
    )
  }
  return results
}

test('the same seed gives the same faults, another seed others', async () => {
  const faults = ['counter:-504003@0.5']
  const [one, again, other] = await Promise.all([
    startCloud({ faults, seed: 7 }),
    startCloud({ faults, seed: 7 }),
    startCloud({ faults, seed: 8 }),
  ])
  const first = await outcomes(one, 20)
  expect(new Set(first)).toEqual(new Set(['ok', -504003]))
  expect(await outcomes(again, 20)).toEqual(first)
  expect(await outcomes(other, 20)).not.toEqual(first)
})

test('a code is given in the words that the SDK has for it, marked as injected, and the function does not run', async () => {
  const cloud = await startCloud({ faults: ['counter:-501004'] })
  expect(await failureOf(cloud.call('counter', { print: 'ran' }))).toMatchObject({
    errCode: -501004,
    errMsg:
      'cloud.callFunction:fail Error: errCode: -501004 exceed concurrent request limit | errMsg: injected by a --fault of the local cloud',
  })
  expect((await cloud.call('nested', { name: 'counter', data: {} })).result).toMatchObject({
    failed: { errMsg: expect.stringContaining('injected by a --fault') },
  })
  expect(cloud.events).not.toContainEqual(expect.objectContaining({ text: 'ran' }))
  expect(cloud.events).toContainEqual({ kind: 'notice', text: 'fault: a call of counter fails with -501004' })
})

/** Calls a function with the SDK below `wx-server-sdk`, which shows the string code too. */
const ASKS = `const tcb = require('@cloudbase/node-sdk')
exports.main = async () => {
  try {
    return await tcb.init({ env: tcb.SYMBOL_CURRENT_ENV }).callFunction({ name: 'counter', data: {} })
  } catch ({ code, message }) {
    return { code, message }
  }
}
`

test.each([
  [-501000, 'FUNCTION_NOT_FOUND', 'FunctionName parameter could not be found.'],
  [-504002, 'FUNCTIONS_EXECUTE_FAIL', 'injected by a --fault of the local cloud'],
  [-504003, 'FUNCTIONS_TIME_LIMIT_EXCEEDED', 'Invoking task timed out after 3 seconds'],
  [
    -501004,
    'FUNCTIONS_REQUEST_FAIL',
    'errCode: -501004 exceed concurrent request limit | errMsg: injected by a --fault of the local cloud',
  ],
])(
  '%d in a call that a function makes has the code and the text of such a call',
  async (errCode, code, message) => {
    const functionsDir = makeFolder({
      'asks/index.js': ASKS,
      'asks/package.json': '{ "dependencies": { "@cloudbase/node-sdk": "3.17.2" } }',
    })
    copyFunctions(functionsDir, 'counter')
    const cloud = await startCloud({ functionsDir, faults: [`counter:${errCode}`] })
    expect((await cloud.call('asks')).result).toEqual({ code, message })
    expect(cloud.events).toContainEqual({
      kind: 'notice',
      text: `fault: a call of counter fails with ${errCode}`,
    })
  },
)

test('a time-out takes the whole time limit, a latency its time', async () => {
  const cloud = await startCloud({ faults: ['echo:timeout', 'counter:+120ms'], timeoutMs: 200 })
  const started = performance.now()
  expect(await failureOf(cloud.call('echo'))).toMatchObject({
    errCode: -504003,
    errMsg:
      'cloud.callFunction:fail Error: errCode: -504003  | errMsg: Invoking task timed out after 0.2 seconds',
  })
  expect(performance.now() - started).toBeGreaterThanOrEqual(198)
  const second = performance.now()
  await cloud.call('counter')
  expect(performance.now() - second).toBeGreaterThanOrEqual(118)
})
