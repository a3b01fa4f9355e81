import * as v from 'valibot'
import { postJson, type Server } from './post-json'
import { WeChatApiError } from './wechat-api-error'

/** The code of one function for one environment. */
export interface FunctionCode {
  /** Id of the environment. */
  env: string
  name: string
  /** A zip with the files of the function at its top, at most 20 MB of it, in base64. */
  zipfile: string
}

const CREATE = '/componenttcb/batchuploadscf'
const UPDATE = '/componenttcb/batchuploadscfcode'

/** Environments in which it went wrong. The pages word it differently, and one client reads what the other page says. */
const failures = v.optional(
  v.array(v.object({ env: v.string(), errmsg: v.optional(v.string()), errormsg: v.optional(v.string()) })),
  [],
)
const schema = v.object({ errcode: v.literal(0), fail_env_list: failures, fail_list: failures })

/** Creates a function: https://developers.weixin.qq.com/doc/oplatform/en/openApi/OpenApiDoc/cloudbase-batch/scf-mgnt/batchuUloadCloudFunction.html */
export function createCloudFunction(server: Server, access_token: string, code: FunctionCode): Promise<void> {
  return upload(server, access_token, CREATE, code)
}

/** Replaces the code of one that is there: https://developers.weixin.qq.com/doc/oplatform/en/openApi/OpenApiDoc/cloudbase-batch/scf-mgnt/uploadCloudFunctionCode.html */
export function updateCloudFunctionCode(
  server: Server,
  access_token: string,
  code: FunctionCode,
): Promise<void> {
  return upload(server, access_token, UPDATE, code)
}

async function upload(
  server: Server,
  access_token: string,
  path: string,
  { env, name, zipfile }: FunctionCode,
): Promise<void> {
  const body = { functionname: name, envs: [env], zipfile }
  const reply = await postJson(server, path, body, { schema, token: { access_token } })
  const failure = [...reply.fail_env_list, ...reply.fail_list][0]
  if (!failure) return
  const errmsg = failure.errmsg ?? failure.errormsg ?? ''
  throw new WeChatApiError({
    kind: 'refused',
    path,
    reason: `"${name}" did not go up to ${failure.env}: ${errmsg || 'no reason given'}`,
    advice: {
      en: 'Look at the function in the cloud console of that environment.',
      zh: '到该环境的云开发控制台看看这个云函数。',
    },
    errmsg,
  })
}
