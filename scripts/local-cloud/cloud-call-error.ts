import type { CallFailure } from './calls/call-failure'

/** A call through `cloud.call()` that failed: carries what the mini program's `fail` callback would receive. */
export class CloudCallError extends Error implements CallFailure {
  override readonly name = 'CloudCallError'
  readonly errCode: number
  readonly errMsg: string

  constructor({ errCode, errMsg }: CallFailure) {
    super(errMsg)
    this.errCode = errCode
    this.errMsg = errMsg
  }
}
