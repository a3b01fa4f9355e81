import { environments, localCloud } from '../../../miniprogram/env'
import { ask } from '../../scripts/local-cloud/support/ask'

interface Request {
  url: string
  method?: string
  data: object
  success(answer: { statusCode: number; data: unknown }): void
  fail(error: { errMsg: string }): void
}

interface Upload {
  url: string
  filePath: string
  name: string
  header: Record<string, string>
  success(answer: { statusCode: number; data: string }): void
  fail(error: { errMsg: string }): void
}

/**
 * The `wx` of WeChat DevTools with an AppID for tests: the cloud cannot be used, requests really go out. What it cannot
 * do, a test replaces.
 */
export class LocalPhone {
  /** Every address that was asked for. */
  readonly asked: string[] = []
  /** Files on the phone, by their paths. */
  readonly files = new Map<string, string>()
  /** Of the user whom DevTools stands for; the local cloud's own without one. */
  openid: string | undefined
  aborted = 0

  constructor(private readonly urlOf: () => string) {}

  readonly wx = {
    getAccountInfoSync: () => ({ miniProgram: { envVersion: 'develop', version: '' } }),
    showNavigationBarLoading: () => {},
    hideNavigationBarLoading: () => {},
    cloud: new Proxy(
      {},
      {
        get(_target, name) {
          throw new Error(`wx.cloud.${String(name)} was used`)
        },
      },
    ),
    request: ({ url, method, data, success, fail }: Request) => {
      this.asked.push(url)
      const headers = {
        'content-type': 'application/json',
        ...(this.openid && { 'x-wx-openid': this.openid }),
      }
      ask(url.replace(localCloud, this.urlOf()), { method, headers, body: JSON.stringify(data) }).then(
        ({ status, json, text }) => success({ statusCode: status, data: json ?? text }),
        (error: Error) => fail({ errMsg: `request:fail ${error.message}` }),
      )
    },
    uploadFile: ({ url, filePath, name, header, success, fail }: Upload) => {
      this.asked.push(url)
      let isAborted = false
      let report: (progress: { progress: number }) => void = () => {}
      const headers = { 'content-type': 'multipart/form-data; boundary=B', ...header }
      const content = this.files.get(filePath) ?? ''
      const body = `--B\r\nContent-Disposition: form-data; name="${name}"; filename="1.png"\r\n\r\n${content}\r\n--B--\r\n`
      ask(url, { headers, body }).then(
        ({ status, text }) => {
          if (isAborted) return
          report({ progress: 100 })
          success({ statusCode: status, data: text })
        },
        (error: Error) => fail({ errMsg: `uploadFile:fail ${error.message}` }),
      )
      return {
        onProgressUpdate: (listener: typeof report) => {
          report = listener
        },
        abort: () => {
          isAborted = true
          this.aborted++
          fail({ errMsg: 'uploadFile:fail abort' })
        },
      }
    },
  }
}

/** Gives each test of the file a phone of its own, whose development version uses the local cloud at an address. */
export function useLocalPhone(urlOf: () => string): () => LocalPhone {
  let phone: LocalPhone
  beforeEach(() => {
    phone = new LocalPhone(urlOf)
    jest.replaceProperty(environments, 'develop', 'local')
    Object.assign(globalThis, { wx: phone.wx })
  })
  afterEach(() => {
    jest.restoreAllMocks()
    Reflect.deleteProperty(globalThis, 'wx')
  })
  return () => phone
}
