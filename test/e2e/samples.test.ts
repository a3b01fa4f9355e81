import { usePhones } from './support/use-phone'
import { usePreview } from './support/use-preview'

jest.setTimeout(60_000)
const preview = usePreview(
  'cloudLog',
  'functionList',
  'guestbook',
  'login',
  'logs',
  'notify',
  'phone',
  'qrcode',
  'withheld',
)
const open = usePhones(preview)

const ANN = 'oANN0000000000000000000000001'
const BOB = 'oBOB0000000000000000000000001'

/** The smallest picture there is: one pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

test('home says who the user is; if the local cloud is gone, how to start it', async () => {
  const phone = await open('home', { openid: ANN })
  await phone.see(ANN)
  await phone.see('local')

  await phone.page.route('**/client/callFunction', route => route.abort())
  await phone.page.reload()
  await phone.see('连不上本机的云')
  await phone.see('npm ci && npm start')
  await phone.page.unroute('**/client/callFunction')
  await phone.tap('重试')
  await phone.see(ANN)
})

test('home leads to a sample, and back', async () => {
  const phone = await open('home')
  await phone.tap('接口权限')
  await phone.see('故意不声明的：withheld')
  await phone.tap('返回')
  await phone.see('小程序云开发示例')
})

test('permission shows -504002, -604101 and what to do', async () => {
  const phone = await open('permission')
  await phone.tap('调用 withheld')
  await phone.see('云函数没有调用此 openapi 的权限')
  const words = await phone.words()
  for (const part of [
    '-504002',
    '-604101',
    'cloudfunctions/withheld/config.json',
    '"wxacode.get"',
    '10 分钟',
  ]) {
    expect(words).toContain(part)
  }
  await phone.tap('调用 qrcode')
  await phone.see('调用成功')
})

test('qrcode shows the picture; a scene that WeChat refuses is refused', async () => {
  const phone = await open('qrcode')
  await phone.tap('生成小程序码')
  const picture = phone.screen.getByRole('img', { name: '小程序码' })
  await picture.waitFor()
  await phone.see(/cloud:\/\/.*\.png/)
  expect(await preview.storage.list()).toMatchObject([{ cloudPath: expect.stringMatching(/^qrcodes\//) }])

  await phone.screen.getByRole('textbox', { name: '场景值' }).fill('汉')
  await phone.tap('生成小程序码')
  await phone.see('输入不正确')
})

test('guestbook adds, changes and removes an entry; a risky text comes back into the field', async () => {
  const phone = await open('guestbook')
  await phone.see('还没有留言')
  const draft = phone.screen.locator('textarea').first()
  await draft.fill('今天喝茶')
  await phone.tap('发送')
  await phone.see('今天喝茶')
  await phone.tap('修改')
  await phone.screen.locator('textarea').last().fill('今天喝咖啡')
  await phone.tap('保存')
  await phone.see('今天喝咖啡')
  await phone.see('已修改')
  await phone.tap('删除')
  await phone.screen.getByRole('dialog').getByRole('button', { name: '删除' }).click()
  await phone.seeNoMore('今天喝咖啡')

  await draft.fill('risky-ads')
  await phone.tap('发送')
  await phone.screen.locator('.tag-warn').first().waitFor()
  expect(await draft.inputValue()).toBe('risky-ads')
})

test('rules lets pass what is inside the rule, and shows -502003 for the rest', async () => {
  const phone = await open('rules')
  const asks = phone.screen.getByText('查一查', { exact: true })
  await asks.first().waitFor()
  expect(await asks.count()).toBe(4)
  for (const index of [0, 1, 2, 3]) await asks.nth(index).click()
  await phone.screen.getByText('查到 1 条').nth(1).waitFor()
  await phone.screen.getByText('无权限操作数据库').nth(1).waitFor()
  expect((await phone.words()).match(/-502003/g)?.length).toBeGreaterThanOrEqual(2)
})

test('upload sends a picture, shows it and removes it; another file is refused', async () => {
  const phone = await open('upload')
  const choose = async (name: string, mimeType: string, buffer: Buffer) => {
    const [chooser] = await Promise.all([
      phone.page.waitForEvent('filechooser'),
      phone.tap((await phone.words()).includes('换一张图片') ? '换一张图片' : '选择图片'),
    ])
    await chooser.setFiles({ name, mimeType, buffer })
  }
  await choose('tea.png', 'image/png', PIXEL)
  await phone.screen.getByRole('img', { name: '上传的图片' }).waitFor()
  expect(await preview.storage.list()).toMatchObject([
    { size: PIXEL.length, cloudPath: expect.stringMatching(/^uploads\//) },
  ])
  await phone.tap('从云存储删除')
  await phone.see('已从云存储删除。')
  expect(await preview.storage.list()).toEqual([])

  await choose('notes.txt', 'text/plain', Buffer.from('x'))
  await phone.see('不支持这种文件：txt')
})

test('an upload can be cancelled', async () => {
  const phone = await open('upload')
  await phone.page.route('**/cos/**', () => {})
  const [chooser] = await Promise.all([phone.page.waitForEvent('filechooser'), phone.tap('选择图片')])
  await chooser.setFiles({ name: 'tea.png', mimeType: 'image/png', buffer: PIXEL })
  await phone.see('正在上传')
  await phone.tap('取消上传')
  await phone.see('已取消上传。')
  expect(await preview.storage.list()).toEqual([])
})

test('notify sends after the user agreed, and says what is missing if not', async () => {
  const phone = await open('notify')
  await phone.see('sample-template-id')
  await phone.tap('发送')
  await phone.see('43101')
  await phone.tap('请求发一条消息')
  await phone.screen.getByRole('dialog').getByRole('button', { name: '允许' }).click()
  await phone.see('已同意')
  await phone.tap('发送')
  await phone.see('已发送')
  expect(preview.sent()).toMatchObject([{ name: 'subscribeMessage.send' }])
})

test('phone shows a number with its middle hidden, and takes a no for an answer', async () => {
  const phone = await open('phone')
  await phone.tap('使用微信手机号')
  await phone.screen.getByRole('dialog').getByRole('button', { name: '拒绝' }).click()
  await phone.see('你没有同意')
  await phone.tap('使用微信手机号')
  await phone.screen.getByRole('dialog').getByRole('button', { name: '允许' }).click()
  await phone.see('139****0000')

  await phone.page.route('**/client/callFunction', route => route.abort())
  await phone.tap('使用微信手机号')
  await phone.screen.getByRole('dialog').getByRole('button', { name: '允许' }).click()
  await phone.see('连不上本机的云')
})

test('logs lists what went wrong for an administrator, and nobody else', async () => {
  const phone = await open('permission')
  const reported = phone.page.waitForResponse(
    response => response.request().postData()?.includes('cloudLog') ?? false,
  )
  await phone.tap('调用 withheld')
  await reported
  const admin = await open('logs')
  await admin.see('-604101 withheld')
  const other = await open('logs', { openid: BOB })
  await other.see('你没有权限这样做')
})

test('functions lists what is deployed for an administrator, and nobody else', async () => {
  const phone = await open('functions')
  await phone.see('withheld')
  expect(await phone.words()).toMatch(/共 9 个云函数/)
  const other = await open('functions', { openid: BOB })
  await other.see('你没有权限这样做')
})

test('settings change the language of the advice, which is kept; they say if the cloud is gone', async () => {
  const phone = await open('settings')
  await phone.see('怎么解决')
  await phone.tap('English')
  await phone.see('What to do')
  await phone.page.reload()
  await phone.see('What to do')

  await phone.page.route('**/client/callFunction', route => route.abort())
  await phone.page.reload()
  await phone.see('The local cloud does not answer')
})
