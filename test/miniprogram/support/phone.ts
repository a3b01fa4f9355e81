import { environments } from '../../../miniprogram/env'
import { settled } from './call-host'

interface CloudRequest {
  name: string
  data: Record<string, unknown>
  success(answer: { result: unknown; requestID?: string }): void
  fail(error: unknown): void
}

/** The `wx` of a phone on which the test plays the cloud and reads the clipboard. */
export class Phone {
  /** Every call that reached the cloud, oldest first. */
  readonly requests: CloudRequest[] = []
  readonly clipboard: string[] = []
  readonly storage = new Map<string, unknown>()
  /** The loading sign in the navigation bar. */
  busy = false

  readonly wx = {
    getAccountInfoSync: () => ({ miniProgram: { envVersion: 'develop', version: '' } }),
    getStorageSync: (key: string): unknown => this.storage.get(key) ?? '',
    setStorageSync: (key: string, data: unknown) => {
      this.storage.set(key, data)
    },
    cloud: {
      init: () => {},
      callFunction: (request: CloudRequest) => {
        this.requests.push(request)
      },
    },
    setClipboardData: ({ data }: { data: string }) => {
      this.clipboard.push(data)
    },
    showNavigationBarLoading: () => {
      this.busy = true
    },
    hideNavigationBarLoading: () => {
      this.busy = false
    },
  }

  /** Answers the latest call, as the function's reply. */
  async answer(result: unknown): Promise<void> {
    this.latest().success({ result, requestID: 'request-1' })
    await settled()
  }

  /** Fails the latest call with a text of the platform. */
  async fail(errMsg: string): Promise<void> {
    this.latest().fail({ errCode: -1, errMsg })
    await settled()
  }

  private latest(): CloudRequest {
    const request = this.requests[this.requests.length - 1]
    if (!request) throw new Error('no call reached the cloud')
    return request
  }
}

/** Gives each test of the file a phone of its own, whose version of the mini program has an environment. */
export function usePhone({ env = 'test-1a2b3c' } = {}): () => Phone {
  let phone: Phone
  beforeEach(() => {
    phone = new Phone()
    jest.replaceProperty(environments, 'develop', env)
    Object.assign(globalThis, { wx: phone.wx })
  })
  afterEach(() => {
    jest.restoreAllMocks()
    Reflect.deleteProperty(globalThis, 'wx')
  })
  return () => phone
}
