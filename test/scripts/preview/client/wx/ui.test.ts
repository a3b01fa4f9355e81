/** @jest-environment jsdom */
import { type OpenWx, openWx } from '../support/open-wx'

const text = ({ phone }: OpenWx) => phone.overlay.textContent
const press = ({ phone }: OpenWx, name: string) =>
  [...phone.overlay.querySelectorAll('button')].find(({ textContent }) => textContent === name)?.click()

afterEach(() => jest.useRealTimers())

test('a toast goes by itself, a loading sign when it is told, and one takes the place of the other', async () => {
  jest.useFakeTimers()
  const opened = openWx()
  const { wx } = opened
  wx.showToast({ title: 'saved' })
  await jest.advanceTimersByTimeAsync(0)
  expect(text(opened)).toBe('saved')
  wx.showLoading({ title: 'loading', mask: true })
  await jest.advanceTimersByTimeAsync(60_000)
  expect(text(opened)).toBe('loading')
  wx.hideLoading()
  wx.showToast({ title: 'plain', icon: 'none', duration: 500 })
  await jest.advanceTimersByTimeAsync(499)
  expect(text(opened)).toBe('plain')
  await jest.advanceTimersByTimeAsync(1)
  expect(text(opened)).toBe('')
})

test('showToast() refuses an icon that there is not', async () => {
  await expect(openWx().wx.showToast({ title: 'x', icon: 'smile' })).rejects.toEqual({
    errMsg: 'showToast:fail parameter error: invalid icon "smile"',
  })
})

test('showModal() tells what the user chose, and is text only', async () => {
  const opened = openWx()
  const asked = opened.wx.showModal({ title: '<b>删除？</b>', content: '无法恢复', confirmText: '删除' })
  expect(text(opened)).toBe('<b>删除？</b>无法恢复取消删除')
  press(opened, '删除')
  await expect(asked).resolves.toMatchObject({ confirm: true, cancel: false, errMsg: 'showModal:ok' })

  const again = opened.wx.showModal({ title: 'x' })
  press(opened, '取消')
  await expect(again).resolves.toMatchObject({ confirm: false, cancel: true })
  expect(text(opened)).toBe('')
})

test('an editable showModal() gives what was written; without cancel there is one button', async () => {
  const opened = openWx()
  const asked = opened.wx.showModal({
    editable: true,
    content: 'before',
    placeholderText: 'p',
    showCancel: false,
  })
  const field = opened.phone.overlay.querySelector('textarea') as HTMLTextAreaElement
  expect([field.value, field.placeholder, opened.phone.overlay.querySelectorAll('button').length]).toEqual([
    'before',
    'p',
    1,
  ])
  field.value = 'after'
  press(opened, '确定')
  await expect(asked).resolves.toMatchObject({ content: 'after' })
})

test('showModal() refuses a button of more than four characters', async () => {
  await expect(openWx().wx.showModal({ confirmText: '太长的按钮' })).rejects.toEqual({
    errMsg: 'showModal:fail parameter error: confirmText should not have more than 4 characters',
  })
})

test('showActionSheet() gives the index, and fails when it is cancelled', async () => {
  const opened = openWx()
  const chosen = opened.wx.showActionSheet({ itemList: ['a', 'b'] })
  press(opened, 'b')
  await expect(chosen).resolves.toEqual({ errMsg: 'showActionSheet:ok', tapIndex: 1 })
  const cancelled = opened.wx.showActionSheet({ itemList: ['a'] })
  press(opened, '取消')
  await expect(cancelled).rejects.toEqual({ errMsg: 'showActionSheet:fail cancel' })
  await expect(opened.wx.showActionSheet({ itemList: [] })).rejects.toEqual({
    errMsg: expect.stringContaining('itemList'),
  })
})

test('the clipboard holds what was copied, and a toast says so', async () => {
  const opened = openWx()
  await opened.wx.setClipboardData({ data: 'copied' })
  expect(text(opened)).toBe('内容已复制')
  await expect(opened.wx.getClipboardData()).resolves.toEqual({
    errMsg: 'getClipboardData:ok',
    data: 'copied',
  })
})

test('previewImage() shows pictures until it is tapped', async () => {
  const { wx, phone } = openWx()
  await wx.previewImage({ urls: ['/a.png', 'b.png'], current: 'b.png' })
  const shown = phone.overlay.firstElementChild as HTMLElement
  expect([...shown.querySelectorAll('img')].map(picture => picture.getAttribute('src'))).toEqual([
    '/a.png',
    '/b.png',
  ])
  shown.click()
  expect(phone.overlay.childElementCount).toBe(0)
  await expect(wx.previewImage({ urls: ['https://example.com/a.png'] })).rejects.toEqual({
    errMsg: expect.stringContaining('refused https://example.com/a.png'),
  })
})
