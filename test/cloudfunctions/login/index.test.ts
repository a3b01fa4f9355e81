import { main } from '../../../cloudfunctions/login/index'
import { expectRefusals, randomWrongInputs } from '../support/random-wrong-inputs'
import { useLocalCloud } from '../support/use-local-cloud'
import { notEmpty } from '../wrong-inputs'
import { asUser, inContext } from '../wx-context'

const cloud = useLocalCloud(['login'])

test('login tells the caller who they are', async () => {
  const call = () => main({})
  expect(await inContext({ openid: 'oUSER', unionid: 'uUSER' }, call)).toEqual({
    ok: true,
    data: {
      openid: 'oUSER',
      appid: 'wx0000000000000000',
      unionid: 'uUSER',
      env: 'dev-local',
      source: 'wx_client',
    },
  })
})

test('login leaves out the UnionID of a user without one', async () => {
  const reply = await asUser(() => main({}))
  expect(reply).toMatchObject({ ok: true })
  expect(Object.keys((reply as { data: object }).data)).not.toContain('unionid')
})

test('login refuses any input', async () => {
  for (const input of notEmpty) {
    const reply = await asUser(() => main(input as never))
    expect(reply).toMatchObject({ ok: false, error: { code: 'invalid-argument' } })
    expect(JSON.stringify(reply).length).toBeLessThan(10_000)
  }
})

test('login answers in the cloud, and refuses random inputs there', async () => {
  expect(await cloud.call('login', {}, { openid: 'oUSER' })).toMatchObject({
    ok: true,
    data: { openid: 'oUSER' },
  })
  await expectRefusals(cloud, 'login', randomWrongInputs([]))
})
