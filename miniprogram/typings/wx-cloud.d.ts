/**
 * What `miniprogram-api-typings` 5.2.3 lacks of `wx.cloud`. Everything here is merged into its global declarations.
 * After a change here run `npx tsc -b --force`: an incremental build of TypeScript 7.0.2 does not look again at files
 * that use a global declaration.
 * https://developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloud/reference/errcode
 */

/** What `fail` gets. The code inside `errMsg` is the more reliable one: `errCode` is -1 in some reports. */
interface IAPIError {
  errCode: number
}

interface WxCloud {
  /**
   * The object form of `env` is in the published typings, but not allowed by their `init`, nor in the present
   * documentation. A property can't have overloads: this declaration counts because TypeScript reads it before those
   * of `types` in `tsconfig.json`, and `skipLibCheck` is silent about the second one.
   */
  init: (config?: IInitCloudConfig) => void

  callFunction<Result = ICloud.CallFunctionResult['result']>(
    param: OQ<ICloud.TypedCallFunctionParam<Result>>,
  ): void
  callFunction<Result = ICloud.CallFunctionResult['result']>(
    param: RQ<ICloud.TypedCallFunctionParam<Result>>,
  ): Promise<ICloud.TypedCallFunctionResult<Result>>

  /**
   * The cloud of another environment or mini program, from base library 2.13.0. Wait for `init()`, once, before use.
   */
  Cloud: new (
    options: ICloud.CloudOptions,
  ) => Omit<WxCloud, 'init' | 'Cloud'> & { init(): Promise<void> }
}

declare namespace ICloud {
  interface CallFunctionResult {
    /** Finds the call in the cloud console's log. */
    requestID: string
  }

  interface TypedCallFunctionResult<Result> extends Omit<CallFunctionResult, 'result'> {
    result: Result
  }

  interface TypedCallFunctionParam<Result> extends ICloudAPIParam<TypedCallFunctionResult<Result>> {
    name: string
    data?: CallFunctionData
    slow?: boolean
  }

  interface CloudOptions {
    /** Of the mini program that shares its environment; without it one's own. */
    resourceAppid?: string
    resourceEnv: string
    traceUser?: boolean
  }
}

declare namespace DB {
  /** Changing many documents from the mini program: base library 2.9.4. Transactions are for functions only. */
  interface Query {
    update(options: OQ<IUpdateSingleDocumentOptions>): void
    update(options: RQ<IUpdateSingleDocumentOptions>): Promise<IUpdateResult>
    remove(options: OQ<IRemoveSingleDocumentOptions>): void
    remove(options?: RQ<IRemoveSingleDocumentOptions>): Promise<IRemoveResult>
  }
}
