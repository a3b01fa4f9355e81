import { ApiFailure, asyncApi, textOption } from './api'

/** https://developers.weixin.qq.com/miniprogram/dev/framework/ability/storage.html */
const MAX_VALUE_BYTES = 1024 * 1024
const MAX_BYTES = 10 * 1024 * 1024

/**
 * The storage of the phone, kept in the browser for each user apart. A value is JSON, so that a date becomes a text: on
 * a phone it stays a date.
 *
 * @param user the prefix that keeps users apart
 */
export function storageApis(store: Storage, user: () => string): Record<string, unknown> {
  const prefix = () => `wx:${user()}:`
  const keys = () => Object.keys(store).filter(key => key.startsWith(prefix()))
  const bytes = () => keys().reduce((sum, key) => sum + key.length + (store.getItem(key)?.length ?? 0), 0)

  const get = (key: unknown): unknown => {
    const text = store.getItem(prefix() + checkKey(key))
    return text === null ? undefined : JSON.parse(text).data
  }
  const set = (key: unknown, data: unknown) => {
    const text = JSON.stringify({ data })
    if (text.length > MAX_VALUE_BYTES) throw new ApiFailure('entry size limit reached')
    if (bytes() + text.length > MAX_BYTES) throw new ApiFailure('exceed storage max size 10Mb')
    store.setItem(prefix() + checkKey(key), text)
  }
  const remove = (key: unknown) => store.removeItem(prefix() + checkKey(key))
  const clear = () => {
    for (const key of keys()) store.removeItem(key)
  }
  const info = () => ({
    keys: keys().map(key => key.slice(prefix().length)),
    currentSize: Math.ceil(bytes() / 1024),
    limitSize: MAX_BYTES / 1024,
  })

  return {
    getStorageSync: inTime('getStorageSync', (key: unknown) => get(key) ?? ''),
    setStorageSync: inTime('setStorageSync', set),
    removeStorageSync: inTime('removeStorageSync', remove),
    clearStorageSync: inTime('clearStorageSync', clear),
    getStorageInfoSync: inTime('getStorageInfoSync', info),
    getStorage: asyncApi('getStorage', options => {
      const data = get(textOption(options, 'key'))
      if (data === undefined) throw new ApiFailure('data not found')
      return { data }
    }),
    setStorage: asyncApi('setStorage', options => set(textOption(options, 'key'), options.data)),
    removeStorage: asyncApi('removeStorage', options => remove(textOption(options, 'key'))),
    clearStorage: asyncApi('clearStorage', clear),
    getStorageInfo: asyncApi('getStorageInfo', info),
  }
}

function checkKey(key: unknown): string {
  if (typeof key === 'string' && key !== '') return key
  throw new ApiFailure(
    `parameter error: parameter should be String instead of ${key === '' ? 'empty String' : typeof key};`,
  )
}

/** The form of an API that returns at once: a failure is thrown, with the API's name before it. */
function inTime<Args extends unknown[], Result>(name: string, run: (...args: Args) => Result) {
  return (...args: Args): Result => {
    try {
      return run(...args)
    } catch (error) {
      throw new Error(`${name}:fail ${error instanceof Error ? error.message : error}`, { cause: error })
    }
  }
}
