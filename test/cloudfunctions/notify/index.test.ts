import { expectRefusals, randomWrongInputs } from '../support/random-wrong-inputs'
import { useLocalCloud } from '../support/use-local-cloud'

const openid = 'oUSER0000000000000000000001'
const templateId = 'zun-LzcQyW-edafCVvzPkK4de2Rllr1fFpw2A_x0oXE'
const cloud = useLocalCloud(['notify'], { variables: { notify: { NOTIFY_TEMPLATE_ID: ` ${templateId} ` } } })
const send = (input: object = {}) =>
  cloud.call('notify', { action: 'send', text: '茶好了', ...input }, { openid })

test('notify tells which template to ask for', async () => {
  expect(await cloud.call('notify', { action: 'template' })).toEqual({ ok: true, data: { templateId } })
  expect(cloud.sent()).toEqual([])
})

test('notify sends the caller what they agreed to', async () => {
  cloud.openapi.subscriptions.add(openid, templateId)
  expect(await send()).toEqual({ ok: true, data: { templateId } })
  expect(cloud.sent()).toMatchObject([
    {
      name: 'subscribeMessage.send',
      fields: {
        touser: openid,
        template_id: templateId,
        data: {
          thing1: { value: '茶好了' },
          time2: { value: expect.stringMatching(/^\d+年\d+月\d+日 \d\d:\d\d$/) },
        },
        page: 'pages/notify/notify',
        miniprogram_state: 'formal',
      },
    },
  ])
})

test('notify sends one message for each consent, and then says why not', async () => {
  cloud.openapi.subscriptions.add(openid, templateId)
  await send()
  expect(await send()).toMatchObject({
    ok: false,
    error: {
      code: 'failed-precondition',
      message: expect.stringContaining('43101'),
      details: { reason: 'not-subscribed' },
    },
  })
  expect(cloud.sent()).toHaveLength(1)
})

test.each([
  ['develop', 'developer'],
  ['trial', 'trial'],
])('notify of a %s version leads back to that version', async (envVersion, state) => {
  cloud.openapi.subscriptions.add(openid, templateId)
  await send({ envVersion })
  expect(cloud.sent()).toMatchObject([{ fields: { miniprogram_state: state } }])
})

test('notify takes 20 characters, whatever they are', async () => {
  cloud.openapi.subscriptions.add(openid, templateId, 2)
  expect(await send({ text: '字'.repeat(20) })).toMatchObject({ ok: true })
  expect(await send({ text: ` ${'🍵'.repeat(20)} ` })).toMatchObject({ ok: true })
})

test.each([
  ['text', {}],
  ['text', { text: '' }],
  ['text', { text: '  ' }],
  ['text', { text: '字'.repeat(21) }],
  ['text', { text: 'a\nb' }],
  ['text', { text: 1 }],
  ['envVersion', { text: 'a', envVersion: 'beta' }],
  ['touser', { text: 'a', touser: 'oOTHER' }],
  ['templateId', { text: 'a', templateId: 'x' }],
  ['action', { action: 'sendAll', text: 'a' }],
])('notify refuses a wrong "%s": %j', async (path, input) => {
  expect(await cloud.call('notify', { action: 'send', ...input })).toMatchObject({
    ok: false,
    error: { code: 'invalid-argument', details: [{ path }] },
  })
})

test('notify refuses random wrong inputs', async () => {
  cloud.openapi.subscriptions.add(openid, templateId, 1000)
  const right = [{ action: 'template' }, { action: 'send', text: 'a' }]
  await expectRefusals(cloud, 'notify', randomWrongInputs(right), { openid })
})
