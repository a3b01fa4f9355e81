import { limits } from '../../../cloudfunctions/cloudLog/input'
import { expectRefusals, randomWrongInputs } from '../support/random-wrong-inputs'
import { useLocalCloud } from '../support/use-local-cloud'

const cloud = useLocalCloud(['cloudLog'])
const openid = 'oUSER0000000000000000000001'
const report = { time: 1_795_000_000_000, code: '-604101', message: 'no permission' }

const send = (...reports: object[]) => cloud.call('cloudLog', { reports }, { openid })
const kept = () => cloud.database.all('cloudLogs')
/** What the function wrote to its log. */
const logged = () => cloud.events.flatMap(event => (event.kind === 'line' ? event.text : [])).join('\n')

test('cloudLog keeps each report with the caller and the time of the server', async () => {
  const before = Date.now()
  const reply = await send(report, { ...report, page: 'pages/home/home', functionName: 'qrcode' })
  expect(reply).toEqual({ ok: true, data: { accepted: 2 } })
  expect(kept()).toMatchObject([
    { code: '-604101', _openid: openid, receivedAt: expect.any(Date) },
    { page: 'pages/home/home', functionName: 'qrcode', _openid: openid },
  ])
  expect(Number(kept()[0]?.receivedAt)).toBeGreaterThanOrEqual(before)
})

test('cloudLog writes each report to the log of the function', async () => {
  await send(report, { ...report, code: 'not-found' })
  expect(logged()).toContain('-604101')
  expect(logged()).toContain('not-found')
  expect(logged()).toContain(openid)
})

test('cloudLog drops what it does not know, above all another OPENID', async () => {
  await send({ ...report, _openid: 'oOTHER', openid: 'oOTHER', receivedAt: 1, phone: '13800138000' })
  expect(kept()).toEqual([
    { ...report, _id: expect.any(String), _openid: openid, receivedAt: expect.any(Date) },
  ])
  expect(logged()).not.toContain('oOTHER')
})

test('cloudLog keeps no personal data of a text, nor the query of a page', async () => {
  const message = 'call 13800138000 or a@b.cn'
  const stack = 'at f (token=abcdef)'
  await send({ ...report, message, stack, page: 'pages/a?phone=13800138000#b' })
  expect(kept()).toMatchObject([
    { message: 'call [phone number] or [email]', stack: 'at f (token=[secret])', page: 'pages/a' },
  ])
})

test('cloudLog cuts long texts', async () => {
  const text = '错'.repeat(10_000)
  await send({ ...report, message: text, stack: text })
  const [document] = kept()
  expect(Buffer.byteLength(String(document?.message))).toBe(limits.messageBytes - 1)
  expect(Buffer.byteLength(String(document?.stack))).toBe(limits.stackBytes - 1)
})

test('cloudLog throws on that the collection is missing, naming it', async () => {
  await cloud.reset()
  await expect(send(report)).rejects.toMatchObject({
    errCode: -504002,
    errMsg: expect.stringMatching(/-502005.*cloudLogs/s),
  })
})

const name = 'x'.repeat(limits.nameBytes + 1)
const stack = 'x'.repeat(limits.stackBytes)
const wrong: [path: string, input: object][] = [
  ['reports', {}],
  ['reports', { reports: null }],
  ['reports', { reports: {} }],
  ['reports', { reports: 'text' }],
  ['reports', { reports: [] }],
  ['reports', { reports: Array(limits.reports + 1).fill(report) }],
  ['reports', { reports: Array(limits.reports).fill({ ...report, stack }) }],
  ['reports.0', { reports: [null] }],
  ['reports.0', { reports: ['text'] }],
  ['reports.1', { reports: [report, 1] }],
  ['reports.0.time', { reports: [{ ...report, time: undefined }] }],
  ['reports.0.time', { reports: [{ ...report, time: '2026-01-01' }] }],
  ['reports.0.time', { reports: [{ ...report, time: -1 }] }],
  ['reports.0.time', { reports: [{ ...report, time: 1.5 }] }],
  ['reports.0.time', { reports: [{ ...report, time: 1e20 }] }],
  ['reports.0.code', { reports: [{ ...report, code: -604101 }] }],
  ['reports.0.code', { reports: [{ ...report, code: '' }] }],
  ['reports.0.code', { reports: [{ ...report, code: name }] }],
  ['reports.0.message', { reports: [{ ...report, message: undefined }] }],
  ['reports.0.message', { reports: [{ ...report, message: {} }] }],
  ['reports.0.stack', { reports: [{ ...report, stack: ['at f'] }] }],
  ['reports.0.page', { reports: [{ ...report, page: name }] }],
  ['reports.0.functionName', { reports: [{ ...report, functionName: name }] }],
  ['reports.0.requestId', { reports: [{ ...report, requestId: 1 }] }],
  ['reports.0.system', { reports: [{ ...report, system: null }] }],
  ['report', { reports: [report], report }],
]

test('cloudLog refuses wrong inputs, naming the field, and keeps nothing of them', async () => {
  for (const [path, input] of wrong) {
    const reply = await cloud.call('cloudLog', input)
    expect([path, reply]).toMatchObject([
      path,
      { ok: false, error: { code: 'invalid-argument', details: [{ path }] } },
    ])
  }
  expect(kept()).toEqual([])
  expect(logged()).toBe('')
})

test('cloudLog refuses random wrong inputs', async () => {
  await expectRefusals(cloud, 'cloudLog', randomWrongInputs([{ reports: [report] }]))
  const inner = randomWrongInputs([report], 2).filter(input =>
    Object.keys(report).some(key => !(key in input)),
  )
  await expectRefusals(
    cloud,
    'cloudLog',
    inner.map(input => ({ reports: [report, input] })),
  )
})
