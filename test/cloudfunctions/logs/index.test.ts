import { expectRefusals, randomWrongInputs } from '../support/random-wrong-inputs'
import { useLocalCloud } from '../support/use-local-cloud'

const admin = 'oADMIN00000000000000000000001'
const cloud = useLocalCloud(['logs'], { variables: { logs: { ADMIN_OPENIDS: ` oFIRST , ${admin},` } } })
const asAdmin = { openid: admin }
const hour = 60 * 60 * 1000

const ago = (hours: number) => new Date(Date.now() - hours * hour)
const report = (code: string, more: object = {}) => ({
  code,
  message: `message of ${code}`,
  receivedAt: ago(1),
  _openid: 'oANN',
  ...more,
})

test('logs counts the reports by cause, the most frequent first', async () => {
  const last = ago(1)
  await cloud.database.insert(
    'cloudLogs',
    report('not-found', { functionName: 'guestbook' }),
    report('-604101', { functionName: 'withheld', message: 'old', receivedAt: ago(3) }),
    report('-604101', { functionName: 'withheld', message: 'new', receivedAt: last, _openid: 'oBOB' }),
    report('-604101', { functionName: 'withheld', receivedAt: ago(2) }),
    report('-604101', { functionName: 'qrcode', receivedAt: ago(5) }),
    report('no-environment', { receivedAt: ago(6) }),
  )
  expect(await cloud.call('logs', {}, asAdmin)).toEqual({
    ok: true,
    data: {
      causes: [
        {
          code: '-604101',
          functionName: 'withheld',
          count: 3,
          users: 2,
          lastAt: last.getTime(),
          message: 'new',
        },
        expect.objectContaining({ code: 'not-found', functionName: 'guestbook', count: 1, users: 1 }),
        expect.objectContaining({ code: '-604101', functionName: 'qrcode', count: 1 }),
        expect.objectContaining({ code: 'no-environment', functionName: '', count: 1 }),
      ],
    },
  })
})

test('logs looks a week back, or as far as it is told', async () => {
  await cloud.database.insert('cloudLogs', report('new'), report('old', { receivedAt: ago(8 * 24) }))
  expect(await cloud.call('logs', {}, asAdmin)).toMatchObject({ data: { causes: [{ code: 'new' }] } })
  const reply = await cloud.call('logs', { days: 9 }, asAdmin)
  expect(reply).toMatchObject({ data: { causes: [{ code: 'new' }, { code: 'old' }] } })
})

test('logs tells at most fifty causes, and no OPENID', async () => {
  await cloud.database.insert('cloudLogs', ...Array.from({ length: 60 }, (_, code) => report(`${code}`)))
  const reply = await cloud.call('logs', {}, asAdmin)
  expect(reply.ok && reply.data.causes).toHaveLength(50)
  expect(JSON.stringify(reply)).not.toContain('oANN')
})

test.each(['oANN', 'oADMIN', undefined])('logs tells the user %s nothing', async openid => {
  await cloud.database.insert('cloudLogs', report('secret'))
  const reply = cloud.call('logs', {}, { openid })
  expect(await reply).toMatchObject({ ok: false, error: { code: 'permission-denied' } })
})

test.each([[{ days: 0 }], [{ days: 31 }], [{ days: 1.5 }], [{ days: '7' }], [{ days: null }]])(
  'logs refuses %j',
  async input => {
    expect(await cloud.call('logs', input, asAdmin)).toMatchObject({
      ok: false,
      error: { code: 'invalid-argument', details: [{ path: 'days' }] },
    })
  },
)

test('logs refuses random wrong inputs', async () => {
  await expectRefusals(cloud, 'logs', randomWrongInputs([]), asAdmin)
})
