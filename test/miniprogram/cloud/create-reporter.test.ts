import { limits as cloudLogLimits } from '../../../cloudfunctions/cloudLog/input'
import { kitError, toCloudError } from '../../../miniprogram/cloud/cloud-error'
import { createReporter, type Report, type Surroundings } from '../../../miniprogram/cloud/create-reporter'
import { settled } from '../support/call-host'

/** A phone in which the test lets time pass and answers. */
function setUp() {
  const sent: Report[][] = []
  const answers: { resolve: () => void; reject: (error: unknown) => void }[] = []
  const timers: { run: () => void; ms: number }[] = []
  const surroundings: Surroundings = { page: 'pages/home/home', envVersion: 'develop', system: 'iOS 18.1' }
  const report = createReporter({
    send: reports => {
      sent.push(reports)
      return new Promise<void>((resolve, reject) => answers.push({ resolve, reject }))
    },
    surroundings: () => surroundings,
    now: () => 1_795_000_000_000,
    setTimeout: (run, ms) => timers.push({ run, ms }),
  })
  return {
    report,
    sent,
    timers,
    surroundings,
    async pass() {
      for (const { run } of timers.splice(0)) run()
      await settled()
    },
    async answer(error?: unknown) {
      const answer = answers.shift()
      if (error === undefined) answer?.resolve()
      else answer?.reject(error)
      await settled()
    },
  }
}

const errors = (count: number) =>
  Array.from({ length: count }, (_, index) => kitError('timeout', `error ${index}`))

test('createReporter() sends what is known of an error', async () => {
  const { report, sent, pass } = setUp()
  const raw =
    'cloud.callFunction:fail Error: errCode: -504002 functions execute fail | errMsg: Error: errCode: -604101 function has no permission to call this API (callId: 1771298316028-0.49)'
  report(toCloudError(raw, { functionName: 'qrcode', requestId: 'request-1' }))
  await pass()
  expect(sent).toEqual([
    [
      {
        time: 1_795_000_000_000,
        code: '-604101',
        transportCode: '-504002',
        message: 'function has no permission to call this API',
        stack: raw,
        functionName: 'qrcode',
        requestId: 'request-1',
        callId: '1771298316028-0.49',
        page: 'pages/home/home',
        envVersion: 'develop',
        system: 'iOS 18.1',
      },
    ],
  ])
})

test('createReporter() waits, and sends the errors of that time together', async () => {
  const { report, sent, timers, pass } = setUp()
  errors(3).forEach(report)
  expect(sent).toEqual([])
  expect(timers.map(({ ms }) => ms)).toEqual([2000])
  await pass()
  expect(sent.map(batch => batch.length)).toEqual([3])
})

test('createReporter() sends a lot in several batches, one after the other', async () => {
  const { report, sent, pass, answer } = setUp()
  errors(25).forEach(report)
  await pass()
  await pass()
  expect(sent.map(batch => batch.length)).toEqual([10])
  await answer()
  await pass()
  await answer()
  await pass()
  expect(sent.map(batch => batch.length)).toEqual([10, 10, 5])
  await answer()
  await pass()
  expect(sent).toHaveLength(3)
})

test('createReporter() does not report that it could not report, nor try again', async () => {
  const { report, sent, timers, pass, answer } = setUp()
  errors(1).forEach(report)
  await pass()
  await answer(kitError('timeout', 'no network', { functionName: 'cloudLog' }))
  expect(timers).toEqual([])
  expect(sent).toHaveLength(1)
  errors(1).forEach(report)
  await pass()
  expect(sent).toHaveLength(2)
})

test('createReporter() collects no more than forty', async () => {
  const { report, sent, pass, answer } = setUp()
  errors(1000).forEach(report)
  for (let turn = 0; turn < 10; turn++) {
    await pass()
    await answer()
  }
  expect(sent.flat()).toHaveLength(40)
})

test('createReporter() reports an error once, however often it is shown', async () => {
  const { report, sent, pass } = setUp()
  const error = kitError('timeout', 'late')
  report(error)
  report(error)
  await pass()
  expect(sent.flat()).toHaveLength(1)
})

test('createReporter() stays inside the bounds of cloudLog, whatever the error', async () => {
  const { report, sent, surroundings, pass } = setUp()
  Object.assign(surroundings, { page: '错'.repeat(500), system: 'x'.repeat(500) })
  for (let count = 0; count < 10; count++) {
    report(
      toCloudError('错误'.repeat(20_000), { functionName: '函数'.repeat(100), requestId: 'r'.repeat(500) }),
    )
  }
  await pass()
  const [batch = []] = sent
  expect(batch).toHaveLength(10)
  expect(Buffer.byteLength(JSON.stringify(batch))).toBeLessThan(cloudLogLimits.keptBytes)
  for (const { functionName = '', requestId = '', page = '', system = '' } of batch) {
    for (const name of [functionName, requestId, page, system]) {
      expect(name).not.toBe('')
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(cloudLogLimits.nameBytes)
    }
  }
})
