import { expectRefusals, randomWrongInputs } from '../support/random-wrong-inputs'
import { useLocalCloud } from '../support/use-local-cloud'

const cloud = useLocalCloud(['phone'])
const openid = 'oUSER0000000000000000000001'
const phone = (code: unknown, as = openid) => cloud.call('phone', { code }, { openid: as })
const askAgain = {
  ok: false,
  error: {
    code: 'invalid-argument',
    message: expect.stringContaining('ask the user again'),
    details: [{ path: 'code' }],
  },
}

test('phone replies with the masked number and nothing else', async () => {
  const code = cloud.openapi.phoneCodes.issue(openid, { purePhoneNumber: '13800138000' })
  const reply = await phone(code)
  expect(reply).toEqual({ ok: true, data: { number: '138****8000' } })
  expect(cloud.events.map(event => JSON.stringify(event)).join()).not.toContain('13800138000')
})

test('phone tells a foreign number by its country', async () => {
  const code = cloud.openapi.phoneCodes.issue(openid, { purePhoneNumber: '91234567', countryCode: '852' })
  expect(await phone(code)).toEqual({ ok: true, data: { number: '+852 ****67' } })
})

test('phone takes a code once', async () => {
  const code = cloud.openapi.phoneCodes.issue(openid, { purePhoneNumber: '13800138000' })
  await phone(code)
  expect(await phone(code)).toMatchObject(askAgain)
})

test('phone gives nobody the number of somebody else', async () => {
  const code = cloud.openapi.phoneCodes.issue(openid, { purePhoneNumber: '13800138000' })
  expect(await phone(code, 'oOTHER000000000000000000001')).toMatchObject(askAgain)
})

test('phone says that an invented code is no good', async () => {
  expect(await phone('invented')).toMatchObject(askAgain)
})

test.each([
  ['code', {}],
  ['code', { code: '' }],
  ['code', { code: 1 }],
  ['code', { code: null }],
  ['code', { code: 'x'.repeat(257) }],
  ['openid', { code: 'a', openid: 'oOTHER' }],
])('phone refuses a wrong "%s": %j', async (path, input) => {
  expect(await cloud.call('phone', input)).toMatchObject({
    ok: false,
    error: { code: 'invalid-argument', details: [{ path }] },
  })
})

test('phone refuses random wrong inputs', async () => {
  await expectRefusals(cloud, 'phone', randomWrongInputs([{ code: 'a' }]), { openid })
})
