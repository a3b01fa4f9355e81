import { usePhone } from '../support/phone'
import { show } from '../support/screen'

const phone = usePhone()
const page = 'pages/phone/phone'
const tap = async (detail: object) => {
  const screen = await show<{ loading: boolean }>(page)
  await screen.send('.ask', 'getphonenumber', detail)
  return screen
}

test('phone changes the code of the button for the masked number', async () => {
  const screen = await tap({ code: 'c1', errMsg: 'getPhoneNumber:ok' })
  expect(phone().requests).toMatchObject([{ name: 'phone', data: { code: 'c1' } }])
  expect(screen.data.loading).toBe(true)
  await phone().answer({ ok: true, data: { number: '138****8000' } })
  expect(screen.text()).toContain('138****8000')
  expect(screen.data.loading).toBe(false)
})

test('phone takes a refusal of the user as it is meant, and calls nothing', async () => {
  const screen = await tap({ errMsg: 'getPhoneNumber:fail user deny' })
  expect(screen.text()).toContain('你没有同意')
  expect(screen.count('.problem')).toBe(0)
  expect(phone().requests).toEqual([])
  expect(screen.data.loading).toBe(false)
})

test('phone shows any other reason why there is no code', async () => {
  const screen = await tap({ errMsg: 'getPhoneNumber:fail no permission' })
  expect(screen.text()).toContain('no permission')
  expect(screen.count('.problem')).toBe(1)
  expect(phone().requests).toEqual([])
  expect(screen.data.loading).toBe(false)
})

test('phone shows why a code was refused, and takes it away with the next one', async () => {
  const screen = await tap({ code: 'c1' })
  await phone().answer({
    ok: false,
    error: { code: 'invalid-argument', message: '"code": ask the user again' },
  })
  expect(screen.text()).toContain('ask the user again')
  expect(screen.data.loading).toBe(false)
  await screen.send('.ask', 'getphonenumber', { code: 'c2' })
  expect(screen.count('.problem')).toBe(0)
  expect(phone().requests).toHaveLength(2)
})

test('phone explains a missing permission with the name of the openapi', async () => {
  const screen = await tap({ code: 'c1' })
  await phone().fail('errCode: -504002 functions execute fail | errMsg: errCode: -604101 x | errMsg: y')
  expect(screen.text()).toContain('"phonenumber.getPhoneNumber"')
  expect(screen.data.loading).toBe(false)
})

test('phone takes one code at a time', async () => {
  const screen = await tap({ code: 'c1' })
  await screen.send('.ask', 'getphonenumber', { code: 'c2' })
  expect(phone().requests).toHaveLength(1)
})
