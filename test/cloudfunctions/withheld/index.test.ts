import { main } from '../../../cloudfunctions/withheld/index'
import { type Gateway, type OpenapiAnswer, startGateway } from '../gateway'
import { notEmpty } from '../wrong-inputs'
import { asUser } from '../wx-context'

let gateway: Gateway
let answer: OpenapiAnswer
beforeAll(async () => {
  gateway = await startGateway({ 'wx.openApi wxacode.get': () => ({ openapi: answer }) })
})
afterAll(() => gateway.stop())

test('withheld throws what the platform says of a missing permission, unchanged', async () => {
  answer = { errorCode: -604101 }
  await expect(asUser(() => main({}))).rejects.toMatchObject({
    errCode: -604101,
    message:
      'errCode: -604101 function has no permission to call this API | errMsg: system error: error code: -604101',
  })
})

test('withheld replies where permissions are not enforced', async () => {
  answer = { contentType: 'image/jpeg', body: Buffer.alloc(7) }
  expect(await asUser(() => main({}))).toEqual({ ok: true, data: { bytes: 7 } })
})

test('withheld refuses any input, without a call to the openapi', async () => {
  const before = gateway.requests.length
  for (const input of notEmpty) {
    const reply = await asUser(() => main(input as never))
    expect(reply).toMatchObject({ ok: false, error: { code: 'invalid-argument' } })
  }
  expect(gateway.requests).toHaveLength(before)
})
