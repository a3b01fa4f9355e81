import * as v from 'valibot'
import { postJson, type Server } from './post-json'

/** Which functions to list. */
export interface CloudFunctionListQuery {
  /** Id of the environment. */
  env: string
  /** How many to leave out at the beginning. @default 0 */
  offset?: number
  /** How many at most; no maximum is documented. @default 20 */
  limit?: number
  /** Part of a name. */
  searchkey?: string
}

/** One page of the list. */
export interface CloudFunctionList {
  /** Of all pages. */
  total_count: number
  functions: DeployedFunction[]
}

/** A function as it is deployed. The names are those of the documentation, the times are real ones. */
export interface DeployedFunction {
  name: string
  status: FunctionStatus
  /** Why the status is not `Active`; then empty. */
  status_reason: StatusReason[]
  /** Such as `Nodejs18.15`. */
  runtime: string
  add_time: Date
  mod_time: Date
}

/**
 * `Active` and `CreateFailed` are documented for this API, the others for the service below it or known to WeChat's own
 * upload tool (miniprogram-ci 2.1.42); there may be more.
 * https://www.tencentcloud.com/document/product/583/37883
 */
export type FunctionStatus =
  | 'Active'
  | 'Creating'
  | 'CreateFailed'
  | 'Updating'
  | 'UpdateFailed'
  | 'Publishing'
  | 'UpdatingAndPublishing'
  | 'PublishFailed'
  | 'Deleting'
  | 'DeleteFailed'
  | (string & {})

/** A reason why a function failed. */
export interface StatusReason {
  /** A string, such as `ResourceNotFound.File`, unlike the errcode of an API. */
  errcode: string
  /** In Chinese. */
  errmsg: string
}

/** `YYYY-MM-DD HH:mm:ss`, in UTC+8. */
const time = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
  v.transform(text => new Date(`${text.replace(' ', 'T')}+08:00`)),
  v.check(date => !Number.isNaN(date.getTime())),
)

const schema = v.object({
  errcode: v.literal(0),
  total_count: v.pipe(v.number(), v.integer(), v.minValue(0)),
  functions: v.array(
    v.object({
      name: v.pipe(v.string(), v.nonEmpty()),
      status: v.pipe(v.string(), v.nonEmpty()),
      status_reason: v.array(v.object({ errcode: v.string(), errmsg: v.string() })),
      runtime: v.string(),
      add_time: time,
      mod_time: time,
    }),
  ),
})

/** `getCloudFunctionList`: https://developers.weixin.qq.com/doc/oplatform/openApi/cloudbase-batch/scf-mgnt/api_getcloudfunctionlist.html */
export async function getCloudFunctionList(
  server: Server,
  access_token: string,
  { env, offset, limit, searchkey }: CloudFunctionListQuery,
): Promise<CloudFunctionList> {
  const body = { env, offset, limit, searchkey }
  const { total_count, functions } = await postJson(server, '/componenttcb/getscflist', body, {
    schema,
    token: { access_token },
  })
  return { total_count, functions }
}
