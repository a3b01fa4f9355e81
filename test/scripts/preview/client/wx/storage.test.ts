/** @jest-environment jsdom */
import { openWx } from '../support/open-wx'

beforeEach(() => localStorage.clear())

test('what was stored is there again, whatever JSON it is, and also in another run', async () => {
  const { wx } = openWx()
  wx.setStorageSync('object', { list: [1, 'two', null] })
  wx.setStorageSync('falsy', false)
  await wx.setStorage({ key: 'later', data: 'x' })
  const again = openWx().wx
  expect(again.getStorageSync('object')).toEqual({ list: [1, 'two', null] })
  expect(again.getStorageSync('falsy')).toBe(false)
  await expect(again.getStorage({ key: 'later' })).resolves.toEqual({ errMsg: 'getStorage:ok', data: 'x' })
})

test('what is not there is an empty text at once, and a failure later', async () => {
  const { wx } = openWx()
  expect(wx.getStorageSync('nothing')).toBe('')
  await expect(wx.getStorage({ key: 'nothing' })).rejects.toEqual({
    errMsg: 'getStorage:fail data not found',
  })
})

test('every user has a storage of their own', () => {
  const { wx, setOpenid } = openWx()
  wx.setStorageSync('key', 'default')
  setOpenid('oSecond')
  expect(wx.getStorageSync('key')).toBe('')
  wx.setStorageSync('key', 'second')
  wx.clearStorageSync()
  setOpenid(undefined)
  expect(wx.getStorageSync('key')).toBe('default')
})

test('getStorageInfoSync() lists the keys of the user, removeStorageSync() removes one', () => {
  const { wx } = openWx()
  wx.setStorageSync('a', 1)
  wx.setStorageSync('b', 2)
  wx.removeStorageSync('a')
  expect(wx.getStorageInfoSync()).toMatchObject({ keys: ['b'], limitSize: 10240 })
})

test('a value above 1 MB and a key that is none are refused with the name of the API', () => {
  const { wx } = openWx()
  expect(() => wx.setStorageSync('large', 'x'.repeat(1024 * 1024))).toThrow(
    'setStorageSync:fail entry size limit reached',
  )
  expect(() => wx.getStorageSync('')).toThrow('getStorageSync:fail parameter error')
  expect(() => wx.setStorageSync(undefined, 1)).toThrow('setStorageSync:fail parameter error')
})
