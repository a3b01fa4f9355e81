import { adviceLanguage, chooseAdviceLanguage } from '../../../miniprogram/cloud/language'

function storage() {
  const kept = new Map<string, unknown>()
  return {
    getStorageSync: (key: string) => kept.get(key) ?? '',
    setStorageSync: (key: string, data: unknown) => void kept.set(key, data),
  }
}

test('adviceLanguage() is Chinese until the user chooses', () => {
  expect(adviceLanguage(storage())).toBe('zh')
})

test('adviceLanguage() is what the user chose last', () => {
  const phone = storage()
  chooseAdviceLanguage('en', phone)
  expect(adviceLanguage(phone)).toBe('en')
  chooseAdviceLanguage('zh', phone)
  expect(adviceLanguage(phone)).toBe('zh')
})

test.each([undefined, null, 'fr', 1, {}])('adviceLanguage() takes %p in the storage for no choice', value => {
  expect(adviceLanguage({ ...storage(), getStorageSync: () => value })).toBe('zh')
})

test('adviceLanguage() gives an answer even if the storage cannot be read', () => {
  const getStorageSync = () => {
    throw new Error('getStorageSync:fail')
  }
  expect(adviceLanguage({ ...storage(), getStorageSync })).toBe('zh')
})
