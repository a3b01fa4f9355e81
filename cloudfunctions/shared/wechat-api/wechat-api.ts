import type { AccessToken } from './access-token'
import { type AllCloudFunctionsQuery, allCloudFunctions } from './all-cloud-functions'
import {
  type CloudFunctionList,
  type CloudFunctionListQuery,
  type DeployedFunction,
  getCloudFunctionList,
} from './cloud-function-list'
import { createCloudFunction, type FunctionCode, updateCloudFunctionCode } from './function-code'
import {
  type FunctionConfigQuery,
  type FunctionConfigs,
  type FunctionConfigType,
  getFunctionConfig,
  uploadFunctionConfig,
} from './function-config'
import { missingAccessToken } from './missing-access-token'
import { missingVariables } from './missing-variables'
import { type ServerOptions, serverOf } from './server'
import { withToken } from './with-token'

export interface WeChatApiOptions extends ServerOptions {
  /** Of the third-party platform: for the lists. */
  component?: AccessToken
  /** Of the mini program that trusts it: for the configurations. */
  authorizer?: AccessToken
}

/** The APIs. Each call rejects with a `WeChatApiError` and nothing else, and gets a new token once if WeChat refuses it. */
export interface WeChatApi {
  /** One page of what is deployed. */
  getCloudFunctionList(query: CloudFunctionListQuery): Promise<CloudFunctionList>
  /** All that is deployed, each function once, though it may come or go meanwhile. */
  allCloudFunctions(query: AllCloudFunctionsQuery): AsyncGenerator<DeployedFunction, void, undefined>
  /** Uploads a new function; it is there and active a little later. */
  createCloudFunction(code: FunctionCode): Promise<void>
  /** Replaces the code of a function that is there. */
  updateCloudFunctionCode(code: FunctionCode): Promise<void>
  /** What is set for a function. A function without it: `refused` with 85089. */
  getFunctionConfig<Type extends FunctionConfigType>(
    query: FunctionConfigQuery<Type>,
  ): Promise<FunctionConfigs[Type]>
  /** Sets it; the whole of it is replaced. */
  uploadFunctionConfig<Type extends FunctionConfigType>(
    change: FunctionConfigQuery<Type> & { config: FunctionConfigs[Type] },
  ): Promise<void>
}

/** @throws {WeChatApiError} `no-fetch` on Node.js 16, `not-configured` for a wrong `baseUrl` */
export function createWeChatApi({
  component = missingAccessToken(missingVariables('component', {})),
  authorizer = missingAccessToken(missingVariables('authorizer', {})),
  ...options
}: WeChatApiOptions): WeChatApi {
  const server = serverOf(options)
  const listPage = (query: CloudFunctionListQuery) =>
    withToken(component, token => getCloudFunctionList(server, token, query))
  return {
    getCloudFunctionList: listPage,
    allCloudFunctions: query => allCloudFunctions(listPage, query),
    createCloudFunction: code => withToken(component, token => createCloudFunction(server, token, code)),
    updateCloudFunctionCode: code =>
      withToken(component, token => updateCloudFunctionCode(server, token, code)),
    getFunctionConfig: query => withToken(authorizer, token => getFunctionConfig(server, token, query)),
    uploadFunctionConfig: change =>
      withToken(authorizer, token => uploadFunctionConfig(server, token, change)),
  }
}
