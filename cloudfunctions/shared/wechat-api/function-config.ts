import * as v from 'valibot'
import { postJson, type Server } from './post-json'

/** What can be set for a function, by the `type` under which the API knows it. */
export interface FunctionConfigs {
  /** The openapi that the function may call. */
  1: { permissions: { openapi: string[] } }
  /** Its timer; WeChat takes one. */
  2: { triggers: { name: string; type: string; config: string }[] }
  /** Seconds that it may run, 1 to 300, and its environment variables. */
  3: { timeout: number; environment: { key: string; value: string }[] }
}

export type FunctionConfigType = keyof FunctionConfigs

/** Which configuration of which function. */
export interface FunctionConfigQuery<Type extends FunctionConfigType> {
  /** Id of the environment. */
  env: string
  function_name: string
  type: Type
}

const configSchemas: { [Type in FunctionConfigType]: v.GenericSchema<unknown, FunctionConfigs[Type]> } = {
  1: v.object({ permissions: v.object({ openapi: v.array(v.string()) }) }),
  2: v.object({
    triggers: v.array(v.object({ name: v.string(), type: v.string(), config: v.string() })),
  }),
  3: v.object({
    timeout: v.number(),
    environment: v.array(v.object({ key: v.string(), value: v.string() })),
  }),
}

const uploaded = v.object({ errcode: v.literal(0) })

/** https://developers.weixin.qq.com/doc/oplatform/Third-party_Platforms/2.0/api/cloudbase/common/getFuncConfig.html */
export async function getFunctionConfig<Type extends FunctionConfigType>(
  server: Server,
  access_token: string,
  { env, function_name, type }: FunctionConfigQuery<Type>,
): Promise<FunctionConfigs[Type]> {
  const schema = v.object({
    errcode: v.literal(0),
    config: v.pipe(v.string(), v.parseJson(), configSchemas[type]),
  })
  const body = { type, env, function_name }
  const { config } = await postJson(server, '/tcb/getfuncconfig', body, { schema, token: { access_token } })
  return config as FunctionConfigs[Type]
}

/** https://developers.weixin.qq.com/doc/oplatform/Third-party_Platforms/2.0/api/cloudbase/common/uploadFuncConfig.html */
export async function uploadFunctionConfig<Type extends FunctionConfigType>(
  server: Server,
  access_token: string,
  { env, function_name, type, config }: FunctionConfigQuery<Type> & { config: FunctionConfigs[Type] },
): Promise<void> {
  const body = { type, env, function_name, config: JSON.stringify(config) }
  await postJson(server, '/tcb/uploadfuncconfig', body, { schema: uploaded, token: { access_token } })
}
