import { ME, openapiForTest } from './ask-openapi'

test('what succeeded can be looked at, with its fields and its files', () => {
  const { ask, openapi, clock } = openapiForTest()
  ask('wxacode.getUnlimited', { scene: 'a=1', line_color: { r: 1 } }, { functionName: 'qrcode' })
  ask('wxacode.getUnlimited', { scene: '%' })
  ask('wxacode.getUnlimited', { scene: 'a=1' }, { permissions: [] })
  ask('security.imgSecCheck', { media: Buffer.from('12345') }, { openid: undefined })
  expect(openapi.sent()).toEqual([
    {
      name: 'wxacode.getUnlimited',
      fields: { scene: 'a=1', line_color: { r: 1 } },
      files: [],
      openid: ME,
      functionName: 'qrcode',
      at: clock.now,
    },
    {
      name: 'security.imgSecCheck',
      fields: {},
      files: [{ field: 'media', filename: 'media.png', bytes: 5 }],
      openid: undefined,
      functionName: 'tester',
      at: clock.now,
    },
  ])
  openapi.reset()
  expect(openapi.sent()).toEqual([])
})

test('the last 500 calls are kept', () => {
  const { ask, openapi } = openapiForTest()
  for (let n = 1; n <= 510; n++) ask('security.msgSecCheck', { content: `text ${n}` })
  expect(openapi.sent()).toHaveLength(500)
  expect(openapi.sent()[0]?.fields).toEqual({ content: 'text 11' })
})
