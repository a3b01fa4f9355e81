import type { Language } from './error-codes'

/** What is needed of `wx`. */
export interface LanguageStorage {
  getStorageSync(key: string): unknown
  setStorageSync(key: string, data: Language): void
}

const KEY = 'adviceLanguage'

/** The language that the user chose for the advice on errors; Chinese until then. */
export function adviceLanguage(storage: LanguageStorage = wx): Language {
  try {
    return storage.getStorageSync(KEY) === 'en' ? 'en' : 'zh'
  } catch {
    // An error card asks: if the phone cannot read its storage, the card is still needed.
    return 'zh'
  }
}

/**
 * Keeps the choice on the phone, also when the mini program is closed.
 *
 * @throws what `wx.setStorageSync` throws, for example if the storage is full
 * https://developers.weixin.qq.com/miniprogram/dev/api/storage/wx.setStorageSync.html
 */
export function chooseAdviceLanguage(language: Language, storage: LanguageStorage = wx): void {
  storage.setStorageSync(KEY, language)
}
