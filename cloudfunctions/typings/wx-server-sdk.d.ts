/**
 * The types of `wx-server-sdk`, mended: `tsconfig.json` sends every import of the package here. The published ones
 * refuse `init({ env: DYNAMIC_CURRENT_ENV })`, know of no openapi name, and call most results `Promise | void`.
 */
import type { IAPISuccessParam, ICloud } from '../../node_modules/wx-server-sdk/index'
import type { Database } from './database'
import type { Openapi } from './openapi'

export * from '../../node_modules/wx-server-sdk/index'

/** The environment that the function runs in. */
export const DYNAMIC_CURRENT_ENV: unique symbol

/** Id of an environment. */
export type Env = string | typeof DYNAMIC_CURRENT_ENV

export interface InitOptions {
  env?: Env | { database?: Env; storage?: Env; functions?: Env }
  /** Of every call to the cloud, in milliseconds. @default 15000 */
  timeout?: number
  traceUser?: boolean
  /** Whether `doc().get()` rejects if there is no such document. @default true */
  throwOnNotFound?: boolean
}

/** The first call wins, later ones do nothing. */
export function init(options?: InitOptions): void

export interface CallFunctionResult<Result> extends IAPISuccessParam {
  result: Result
  requestID: string
}

export function callFunction<Result = unknown>(param: {
  name: string
  data?: object
  config?: { env?: Env }
}): Promise<CallFunctionResult<Result>>

export function getTempFileURL(param: ICloud.GetTempFileURLParam): Promise<ICloud.GetTempFileURLResult>
export function deleteFile(param: ICloud.DeleteFileParam): Promise<ICloud.DeleteFileResult>
export function getOpenData(param: ICloud.GetOpenDataParam): Promise<ICloud.GetOpenDataResult>
export function database(config?: { env?: Env; throwOnNotFound?: boolean }): Database

/** Calls to WeChat's servers; each name needs a line in the function's `config.json`. */
export const openapi: Openapi
