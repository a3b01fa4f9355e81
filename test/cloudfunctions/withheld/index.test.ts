import { expectRefusals, randomWrongInputs } from '../support/random-wrong-inputs'
import { useLocalCloud } from '../support/use-local-cloud'
import { notEmpty } from '../wrong-inputs'

const cloud = useLocalCloud(['withheld'])

test('withheld throws what the platform says of a missing permission, unchanged', async () => {
  await expect(cloud.call('withheld')).rejects.toMatchObject({
    errCode: -504002,
    errMsg: expect.stringContaining(
      'errCode: -604101 function has no permission to call this API | errMsg: system error: error code: -604101',
    ),
  })
  expect(cloud.sent()).toEqual([])
})

test('withheld refuses any input, without a call to the openapi', async () => {
  const objects = notEmpty.filter(input => typeof input === 'object' && !Array.isArray(input)) as object[]
  await expectRefusals(cloud, 'withheld', [...objects.map(input => ({ ...input })), ...randomWrongInputs([])])
})

test('withheld replies where its config.json allows the call', async () => {
  cloud.allow('withheld', 'wxacode.get')
  expect(await cloud.call('withheld')).toEqual({ ok: true, data: { bytes: expect.any(Number) } })
  expect(cloud.sent()).toMatchObject([{ name: 'wxacode.get', fields: { path: 'pages/home/home' } }])
})
