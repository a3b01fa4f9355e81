import { toCloudError } from '../../../miniprogram/cloud/cloud-error'
import { cardOf } from '../../../miniprogram/components/error-card/card'
import { usePhone } from '../support/phone'
import { show } from '../support/screen'

const phone = usePhone()
const errorCard = 'components/error-card/error-card'
const polling =
  'errCode: -404012 polling exceed max timeout retry | errMsg: cloud.callFunction:fail polling exceed max timeout retry (callId: 1700000000000-0.12) (trace: 1->2)'
const missing = 'errCode: -504002 functions execute fail | errMsg: errCode: -604101 x | errMsg: y'

test('error-card shows the kind, the cause, the words of the platform and the ids', async () => {
  const card = cardOf(toCloudError(polling, { functionName: 'login', requestId: 'request-1' }))
  const screen = await show(errorCard, { card })
  for (const words of [
    '暂时故障',
    '-404012',
    'polling exceed max timeout retry',
    'callId: 1700000000000-0.12',
    'requestID: request-1',
    'function: login',
  ]) {
    expect(screen.text()).toContain(words)
  }
})

test('error-card leaves out what it does not have', async () => {
  const screen = await show(errorCard, { card: cardOf(toCloudError('')) })
  for (const part of ['.message', '.chain', '.file', '.ids']) expect(screen.count(part)).toBe(0)
})

test('error-card shows the chain only if there is one', async () => {
  const one = await show(errorCard, { card: cardOf(toCloudError(polling)) })
  expect(one.text()).not.toContain('错误链')
  const two = await show(errorCard, { card: cardOf(toCloudError(missing)) })
  expect(two.text()).toContain('错误链')
  expect(two.count('.link')).toBe(2)
})

test('error-card numbers the steps', async () => {
  const card = cardOf(toCloudError(missing))
  const screen = await show(errorCard, { card })
  expect(screen.count('.step')).toBe(card.steps.length)
  expect(card.steps.length).toBeGreaterThan(1)
  card.steps.forEach((step, index) => {
    expect(screen.text()).toContain(`${index + 1}${step}`)
  })
})

test('error-card does not send the reader down to a text that stands above', async () => {
  const card = cardOf(toCloudError('errCode: -504002 | errMsg: boom'))
  const screen = await show(errorCard, { card })
  expect(screen.text()).toMatch(/boom.*看错误文本/s)
  expect(screen.text()).not.toContain('下面')
})

test('error-card copies everything that a report needs', async () => {
  const error = toCloudError(missing, { functionName: 'withheld', requestId: 'request-1' })
  const screen = await show(errorCard, { card: cardOf(error, { openapi: 'wxacode.get' }) })
  await screen.tap('.copy')
  const [copy = ''] = phone().clipboard
  for (const words of [
    '-504002 → -604101',
    'request-1',
    'cloudfunctions/withheld/config.json',
    '"wxacode.get"',
    missing,
    'https://',
  ]) {
    expect(copy).toContain(words)
  }
})

test('error-card offers to try again, unless that makes no sense', async () => {
  const card = cardOf(toCloudError(polling))
  expect((await show(errorCard, { card })).count('.again')).toBe(1)
  expect((await show(errorCard, { card, canRetry: false })).count('.again')).toBe(0)
})

test('cardOf() is plain data, as setData wants it', () => {
  const card = cardOf(toCloudError(missing, { functionName: 'withheld' }), { openapi: 'wxacode.get' })
  expect(JSON.parse(JSON.stringify(card))).toEqual(card)
})

test('cardOf() says where an explanation is not the documentation’s own', () => {
  expect(cardOf(toCloudError('errCode: -604101 x')).certainty).toBe('')
  expect(cardOf(toCloudError('errCode: -504003 x')).certainty).toMatch(/公开案例/)
  expect(cardOf(toCloudError('errCode: -509999 x')).certainty).toMatch(/推断/)
})

test('cardOf() is gentler with what is not a fault of the developer', () => {
  expect(cardOf(toCloudError(missing)).tone).toBe('bad')
  expect(cardOf(toCloudError(polling)).tone).toBe('warn')
})

test('cardOf() speaks English too', () => {
  const card = cardOf(toCloudError(missing, { functionName: 'withheld' }), {
    openapi: 'wxacode.get',
    language: 'en',
  })
  const { copy: _, ...shown } = card
  expect(JSON.stringify(shown)).not.toMatch(/\p{Script=Han}/u)
})
