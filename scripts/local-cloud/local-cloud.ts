import type { ErrCodeStyle } from './calls/call-failure'
import type { DatabaseService } from './database'
import type { StagedAnswers } from './https-apis/staged-answers'
import type { Openapi } from './openapi'
import type { StorageView } from './storage/storage-view'
import type { ClientSource } from './users/source'

/** Who makes a call, and how its failure is written. */
export interface CallOptions {
  /** @default the cloud's default user */
  openid?: string
  /** @default 'wx_client' */
  source?: ClientSource
  /** The environment that the client was initialised with. @default this cloud's */
  env?: string
  /** @default as the cloud was started */
  errCodes?: ErrCodeStyle
}

/** What `success` of `wx.cloud.callFunction` receives. */
export interface CallSuccess {
  result: unknown
  requestID: string
  errMsg: string
}

/** A cloud that runs. */
export interface LocalCloud {
  /** `http://127.0.0.1:<port>` */
  readonly url: string
  readonly port: number
  readonly env: string
  /** Of the default user. */
  readonly openid: string
  /**
   * Calls a function as the mini program would.
   * @throws CloudCallError with what `fail` receives
   */
  call(name: string, data?: Record<string, unknown>, options?: CallOptions): Promise<CallSuccess>
  /**
   * Calls a function as its timer would; the platform throws the result away.
   * @throws CloudCallError; LocalCloudError if it has no timer
   */
  fireTimer(name: string): Promise<CallSuccess>
  readonly database: DatabaseService
  readonly storage: StorageView
  /** To set up what openapi calls find: subscriptions, phone numbers. */
  readonly openapi: Pick<Openapi, 'subscriptions' | 'phoneCodes'>
  /** To set up what the HTTPS APIs answer: refusals, the status of a function. */
  readonly httpsApis: StagedAnswers
  /** The openapi calls that succeeded, oldest first. */
  sent: Openapi['sent']
  /** Names of the functions. */
  functions(): string[]
  /** Empties database and storage, forgets what was sent and set. Functions stay as they are. */
  reset(): Promise<void>
  /**
   * Reads rules and variables anew and gives functions new processes. New code is noticed without it.
   * @param names all by default
   * @throws LocalCloudError `bad-file`; the old rules and variables then stay
   */
  reload(names?: readonly string[]): void
  /** Ends every process, frees the port, keeps the data unless it was temporary. */
  stop(): Promise<void>
}
