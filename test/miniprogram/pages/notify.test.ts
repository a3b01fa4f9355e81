import { usePhone } from '../support/phone'
import { show } from '../support/screen'

interface Page {
  loading: boolean
}

const phone = usePhone()
const notify = 'pages/notify/notify'
const templateId = 'zun-Lzc'
/** What the user answers to the question of WeChat. */
let answer: () => Promise<object>
let asked: unknown[]

beforeEach(() => {
  answer = async () => ({ errMsg: 'requestSubscribeMessage:ok', [templateId]: 'accept' })
  asked = []
  Object.assign(phone().wx, {
    requestSubscribeMessage: (request: unknown) => {
      asked.push(request)
      return answer()
    },
  })
})

/** The page, once it knows the template. */
async function ready() {
  const screen = await show<Page>(notify)
  await phone().answer({ ok: true, data: { templateId } })
  return screen
}

const refuse = (reason: string) =>
  phone().answer({ ok: false, error: { code: 'failed-precondition', message: 'no', details: { reason } } })

test('notify gets the template before the user taps, and then asks at once', async () => {
  const screen = await ready()
  expect(phone().requests).toMatchObject([{ name: 'notify', data: { action: 'template' } }])
  await screen.tap('.ask')
  expect(asked).toMatchObject([{ tmplIds: [templateId] }])
  expect(screen.text()).toContain('已同意')
  expect(screen.data.loading).toBe(false)
})

test('notify sends the text, of this version', async () => {
  const screen = await ready()
  await screen.send('.field', 'input', { value: '饭好了' })
  await screen.tap('.send')
  expect(phone().requests[1]).toMatchObject({
    name: 'notify',
    data: { action: 'send', text: '饭好了', envVersion: 'develop' },
  })
  await phone().answer({ ok: true, data: { templateId } })
  expect(screen.text()).toContain('已发送')
  expect(screen.data.loading).toBe(false)
})

test.each([
  ['reject', '你拒绝了'],
  ['ban', '封禁'],
  ['filter', '同名'],
  ['something new', 'something new'],
])('notify explains the answer "%s"', async (given, text) => {
  answer = async () => ({ [templateId]: given })
  const screen = await ready()
  await screen.tap('.ask')
  expect(screen.text()).toContain('未同意')
  expect(screen.text()).toContain(text)
})

test('notify explains that the user switched messages off altogether', async () => {
  answer = () =>
    Promise.reject({ errCode: 20004, errMsg: 'requestSubscribeMessage:fail The main switch is switched off' })
  const screen = await ready()
  await screen.tap('.ask')
  expect(screen.text()).toContain('用户关闭了订阅消息的总开关')
  expect(screen.data.loading).toBe(false)
})

test('notify explains 43101, and asking again helps', async () => {
  const screen = await ready()
  await screen.tap('.send')
  await refuse('not-subscribed')
  expect(screen.text()).toMatch(/43101.*先点上面的/)
  expect(screen.count('.problem')).toBe(1)
  await screen.tap('.ask')
  expect(screen.count('.problem')).toBe(0)
  expect(screen.text()).toContain('已同意')
})

test('notify without a template says where to put one, and looks again', async () => {
  const screen = await show<Page>(notify)
  await refuse('no-template')
  expect(screen.text()).toContain('NOTIFY_TEMPLATE_ID：本机写在 .env.functions.json')
  expect(screen.data.loading).toBe(false)
  await screen.tap('.problem', '.again')
  expect(phone().requests).toHaveLength(2)
})

test.each([
  [40037, 'invalid template_id', '订阅消息的模板 ID 不合法'],
  [47003, 'argument invalid! data.thing1.value invalid', '错误文本里的 data.xxx.value 指出了是哪一项'],
])('notify explains %i to the developer', async (code, text, explanation) => {
  const screen = await ready()
  await screen.tap('.send')
  await phone().fail(
    `cloud.callFunction:fail Error: errCode: -504002 functions execute fail | errMsg: Error: errCode: ${code}  | errMsg: openapi.subscribeMessage.send:fail ${text} rid: 1`,
  )
  expect(screen.text()).toContain(explanation)
  expect(screen.data.loading).toBe(false)
})

test('notify does not send twice by itself', async () => {
  const screen = await ready()
  await screen.tap('.send')
  await phone().fail('errCode: -501002 resource server timeout')
  expect(phone().requests).toHaveLength(2)
  await screen.tap('.problem', '.again')
  expect(phone().requests).toHaveLength(3)
})
