import { usePhones } from './support/use-phone'
import { usePreview } from './support/use-preview'

jest.setTimeout(60_000)
const preview = usePreview('guestbook', 'login', 'cloudLog')
const open = usePhones(preview)

const ANN = 'oANN0000000000000000000000001'
const BOB = 'oBOB0000000000000000000000001'

test('two users at once: each reads both entries and can change only their own', async () => {
  const [ann, bob] = await Promise.all([
    open('guestbook', { openid: ANN }),
    open('guestbook', { openid: BOB }),
  ])
  await ann.screen.locator('textarea').fill('安的留言')
  await ann.tap('发送')
  await ann.screen.getByText('修改', { exact: true }).waitFor()
  await bob.screen.locator('textarea').fill('博的留言')
  await bob.tap('发送')
  await bob.screen.getByText('修改', { exact: true }).waitFor()

  for (const [phone, own, other] of [
    [ann, '安的留言', '博的留言'],
    [bob, '博的留言', '安的留言'],
  ] as const) {
    await phone.page.reload()
    await phone.see(other)
    const row = (text: string) => phone.screen.locator('.row').filter({ hasText: text })
    expect(await row(own).getByText('修改').count()).toBe(1)
    expect(await row(other).getByText('修改').count()).toBe(0)
    expect(await row(other).getByText('删除').count()).toBe(0)
  }
})

test('the side panel switches the user, and the mini program starts anew as that one', async () => {
  const phone = await open('home')
  await phone.see('oLOCALCLOUDdefaultuser000001')
  const users = phone.page.getByLabel('用户 openid')
  const other = await users.locator('option').nth(1).innerText()
  await users.selectOption(other)
  await phone.see(other)
  await phone.seeNoMore('oLOCALCLOUDdefaultuser000001')
})
