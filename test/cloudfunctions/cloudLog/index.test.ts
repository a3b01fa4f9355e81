import { main } from '../../../cloudfunctions/cloudLog/index'
import { limits } from '../../../cloudfunctions/cloudLog/input'
import { type Answer, type Gateway, startGateway } from '../gateway'
import { notAnObject } from '../wrong-inputs'
import { asUser } from '../wx-context'

const insert = () => ({ data: { insertedIds: ['1', '2'] } })
let gateway: Gateway
let answer: () => Answer
const logged: unknown[] = []

beforeAll(async () => {
  gateway = await startGateway({ 'database.insertDocument': () => answer() })
  // Outside the platform the SDK's logger writes to the console.
  jest.spyOn(console, 'error').mockImplementation(line => void logged.push(line))
  jest.spyOn(console, 'warn').mockImplementation(() => {})
})
beforeEach(() => {
  answer = insert
  gateway.requests.length = 0
  logged.length = 0
})
afterAll(async () => {
  jest.restoreAllMocks()
  await gateway.stop()
})

const report = { time: 1_795_000_000_000, code: '-604101', message: 'no permission' }

/** The documents that the SDK asked the database to insert. */
function inserted(): Record<string, unknown>[] {
  return gateway.requests.flatMap(({ data }) => (data as string[]).map(document => JSON.parse(document)))
}

test('cloudLog keeps each report with the caller and the time of the server', async () => {
  const reports = [report, { ...report, page: 'pages/home/home', functionName: 'qrcode' }]
  expect(await asUser(() => main({ reports }))).toEqual({ ok: true, data: { accepted: 2 } })
  expect(gateway.requests).toMatchObject([{ action: 'database.insertDocument', collectionName: 'cloudLogs' }])
  expect(inserted()).toMatchObject([
    {
      code: '-604101',
      _openid: 'oUSER0000000000000000000001',
      receivedAt: { $tcb_server_date: expect.anything() },
    },
    { page: 'pages/home/home', functionName: 'qrcode' },
  ])
})

test('cloudLog writes each report to the log of the function', async () => {
  await asUser(() => main({ reports: [report, report] }))
  expect(logged).toEqual([
    { ...report, openid: 'oUSER0000000000000000000001' },
    { ...report, openid: 'oUSER0000000000000000000001' },
  ])
})

test('cloudLog drops what it does not know, above all another OPENID', async () => {
  const spoofed = { ...report, _openid: 'oOTHER', openid: 'oOTHER', receivedAt: 1, phone: '13800138000' }
  await asUser(() => main({ reports: [spoofed] }))
  const [document] = inserted()
  expect(document).toMatchObject({ _openid: 'oUSER0000000000000000000001' })
  expect(document).not.toHaveProperty('openid')
  expect(document).not.toHaveProperty('phone')
  expect(JSON.stringify([document, logged])).not.toContain('oOTHER')
})

test('cloudLog keeps no personal data of a text, nor the query of a page', async () => {
  const message = 'call 13800138000 or a@b.cn'
  const stack = 'at f (token=abcdef)'
  await asUser(() => main({ reports: [{ ...report, message, stack, page: 'pages/a?phone=13800138000#b' }] }))
  expect(inserted()).toMatchObject([
    { message: 'call [phone number] or [email]', stack: 'at f (token=[secret])', page: 'pages/a' },
  ])
})

test('cloudLog cuts long texts', async () => {
  const text = '错'.repeat(10_000)
  await asUser(() => main({ reports: [{ ...report, message: text, stack: text }] }))
  const [document] = inserted()
  expect(Buffer.byteLength(String(document?.message))).toBe(limits.messageBytes - 1)
  expect(Buffer.byteLength(String(document?.stack))).toBe(limits.stackBytes - 1)
})

test('cloudLog throws on that the collection is missing, naming it', async () => {
  answer = () => ({
    code: 'DATABASE_COLLECTION_NOT_EXIST',
    message: '[ResourceNotFound] Db or Table not exist: cloudLogs.',
  })
  await expect(asUser(() => main({ reports: [report] }))).rejects.toMatchObject({
    errCode: -502005,
    message: expect.stringContaining('cloudLogs'),
  })
})

const name = 'x'.repeat(limits.nameBytes + 1)
const stack = 'x'.repeat(limits.stackBytes)
const wrong: [path: string, input: unknown][] = [
  ...notAnObject.map((input): [string, unknown] => ['', input]),
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
    const reply = await asUser(() => main(input as never))
    expect([path, reply]).toMatchObject([path, { ok: false, error: { code: 'invalid-argument' } }])
    if (path) expect(reply).toMatchObject({ error: { details: [{ path }] } })
  }
  expect(gateway.requests).toEqual([])
  expect(logged).toEqual([])
})
