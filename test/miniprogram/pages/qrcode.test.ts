import { usePhone } from '../support/phone'
import { show } from '../support/screen'

const phone = usePhone()
const qrcode = 'pages/qrcode/qrcode'
const fileID = 'cloud://test-1a2b3c.x/qrcodes/1.png'

interface QrcodeData {
  loading: boolean
  fileID: string
  source: string
}

test('qrcode asks for a code with the scene of the input, and of this version', async () => {
  const screen = await show<QrcodeData>(qrcode)
  await screen.send('.field', 'input', { value: 'shop=42' })
  await screen.tap('.button')
  expect(phone().requests).toMatchObject([
    { name: 'qrcode', data: { scene: 'shop=42', envVersion: 'develop' } },
  ])
  expect(screen.data.loading).toBe(true)
  expect(screen.text()).toContain('7 / 32')
})

test('qrcode shows the picture', async () => {
  const screen = await show<QrcodeData>(qrcode)
  await screen.tap('.button')
  await phone().answer({ ok: true, data: { fileID } })
  expect(screen.data.loading).toBe(false)
  expect(screen.count('.picture')).toBe(1)
  expect(screen.data.source).toBe(fileID)
  expect(screen.text()).toContain(fileID)
})

test('qrcode shows a refusal, and takes it away with the next attempt', async () => {
  const screen = await show<QrcodeData>(qrcode)
  await screen.tap('.button')
  await phone().answer({
    ok: false,
    error: { code: 'invalid-argument', message: '"scene": must not be empty' },
  })
  expect(screen.data.loading).toBe(false)
  expect(screen.text()).toContain('"scene": must not be empty')
  await screen.tap('.problem', '.again')
  expect(screen.count('.problem')).toBe(0)
  expect(phone().requests).toHaveLength(2)
})

test('qrcode takes the old picture away while it makes a new one', async () => {
  const screen = await show<QrcodeData>(qrcode)
  await screen.tap('.button')
  await phone().answer({ ok: true, data: { fileID } })
  await screen.tap('.button')
  expect(screen.count('.picture')).toBe(0)
})

test('qrcode does not call again while a call is under way', async () => {
  const screen = await show<QrcodeData>(qrcode)
  await screen.tap('.button')
  await screen.send('.field', 'confirm', { value: 'x' })
  expect(phone().requests).toHaveLength(1)
})

test('qrcode says that the picture could not be loaded', async () => {
  const screen = await show<QrcodeData>(qrcode)
  await screen.tap('.button')
  await phone().answer({ ok: true, data: { fileID } })
  await screen.send('.picture', 'error', { errMsg: '403' })
  expect(screen.text()).toContain('图片没有加载出来')
})
