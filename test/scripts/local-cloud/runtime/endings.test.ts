import { isAlive } from '../support/is-alive'
import { failureOf, type TestCloud, until, useClouds, useFolders } from '../support/use-clouds'

const startCloud = useClouds()
const makeFolder = useFolders()
const EXITED =
  'cloud.callFunction:fail Error: errCode: -504002 functions execute fail | errMsg: 145 code exit unexpected'
const TIMED_OUT =
  'cloud.callFunction:fail Error: errCode: -504003  | errMsg: Invoking task timed out after 0.4 seconds'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startCloud({ timeoutMs: 400, memoryMb: 64 })
})

const faulty = (how: string) => cloud.call('faulty', { how })
const reportOf = (error: string) =>
  until(() => cloud.events.find(event => event.kind === 'report' && event.error?.includes(error)))

test.each([
  ['never answer', -504003, TIMED_OUT],
  ['loop for ever', -504003, TIMED_OUT],
  ['exit with 0', -504002, EXITED],
  ['exit with 3', -504002, EXITED],
  ['reject without a handler', -504002, EXITED],
  ['throw outside of the call', -504002, EXITED],
])(
  'a function that would %s ends its own process, and the next call is fine',
  async (how, errCode, errMsg) => {
    expect(await failureOf(faulty(how))).toMatchObject({ errCode, errMsg })
    expect((await faulty('answer at once')).result).toEqual({ fine: true })
  },
)

test('a function that uses up its memory ends its own process, and the log says why', async () => {
  const roomy = await startCloud({ memoryMb: 64, timeoutMs: 60_000 })
  const failure = await failureOf(roomy.call('faulty', { how: 'use up the memory' }))
  expect(failure).toMatchObject({ errCode: -504002, errMsg: EXITED })
  const report = await until(() => roomy.events.find(event => event.kind === 'report'))
  expect(report).toMatchObject({ outcome: 'exited', error: 'out of memory (64 MB)' })
  expect((await roomy.call('faulty', { how: 'answer at once' })).result).toEqual({ fine: true })
})

test('the log names the reason of each ending', async () => {
  await failureOf(faulty('exit with 3'))
  expect(await reportOf('the process ended with code 3')).toMatchObject({ outcome: 'exited' })
  await failureOf(faulty('never answer'))
  expect(await reportOf('ran past its time limit of 0.4 s')).toMatchObject({ outcome: 'timeout' })
})

test('a call that waits for its turn is not hurt by the one before it', async () => {
  const single = await startCloud({ timeoutMs: 400, maxInstances: 1 })
  const [killed, waited] = await Promise.allSettled([
    single.call('faulty', { how: 'loop for ever' }),
    single.call('faulty', { how: 'answer at once' }),
  ])
  expect(killed.status).toBe('rejected')
  expect(waited).toMatchObject({ status: 'fulfilled', value: { result: { fine: true } } })
})

test('what a function throws reaches the caller with one frame of its own code', async () => {
  expect((await failureOf(faulty('throw an error'))).errMsg).toMatch(
    /^cloud\.callFunction:fail Error: errCode: -504002 functions execute fail \| errMsg: TypeError: boom 1 at .*\/var\/user\/index\.js:\d+:\d+\)$/,
  )
})

test.each([
  ['throw a text', 'just text'],
  ['throw an object', '{"reason":"an object"}'],
])('a function that would %s fails with that', async (how, text) => {
  expect((await failureOf(faulty(how))).errMsg).toBe(
    `cloud.callFunction:fail Error: errCode: -504002 functions execute fail | errMsg: ${text}`,
  )
})

test('a reply that JSON cannot carry is an error of the function', async () => {
  expect((await failureOf(faulty('answer in a circle'))).errMsg).toContain(
    'Converting circular structure to JSON',
  )
})

test('a function that answers nothing answers null', async () => {
  expect((await faulty('answer nothing')).result).toBeNull()
})

test('a package without a main fails with each call, and says so', async () => {
  const { errMsg } = await failureOf(cloud.call('silent'))
  expect(errMsg).toContain('index.main is not a function')
  expect((await failureOf(cloud.call('silent'))).errMsg).toBe(errMsg)
})

test('a package that ends its process while it is loaded fails with each call, one process for each', async () => {
  const functionsDir = makeFolder({ 'leaves/index.js': "console.log('loading')\nprocess.exit(4)\n" })
  const leaving = await startCloud({ functionsDir })
  const failures = await Promise.all([1, 2, 3].map(() => failureOf(leaving.call('leaves'))))
  for (const failure of failures) expect(failure).toMatchObject({ errCode: -504002, errMsg: EXITED })
  const count = (kind: string) => leaving.events.filter(event => event.kind === kind).length
  await until(() => (count('report') === 3 ? true : undefined))
  expect(count('line')).toBe(3)
})

test('a package that never ends loading is killed', async () => {
  const functionsDir = makeFolder({ 'stuck/index.js': 'for (;;);\n' })
  const stuck = await startCloud({ functionsDir, loadTimeoutMs: 400 })
  expect(await failureOf(stuck.call('stuck'))).toMatchObject({ errCode: -504003, errMsg: TIMED_OUT })
})

test('a process that dies between two calls hurts neither', async () => {
  const functionsDir = makeFolder({
    'later/index.js':
      "exports.main = async ({ die }) => { if (die) setTimeout(() => { throw new Error('late') }); return process.pid }\n",
  })
  const late = await startCloud({ functionsDir })
  const { result: first } = await late.call('later', { die: true })
  await until(() => (isAlive(Number(first)) ? undefined : true))
  expect((await late.call('later')).result).not.toBe(first)
})
