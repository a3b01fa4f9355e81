import { admitAdministrator } from '../shared/administrators'
import { defineFunction } from '../shared/define-function'
import { noInput } from '../shared/no-input'
import { type WeChatApi, weChatApiFromEnvironment } from '../shared/wechat-api'
import { asRefusal } from './refusals'
import { summarize } from './summarize'

/** So that a slow answer of WeChat is told as such, before the default time limit of 3 s ends the function. */
const TIMEOUT_MS = 2_500

/** Kept while this process lives, since it keeps the token. */
let api: WeChatApi | undefined

/**
 * What is deployed in this environment, for administrators. Only a third-party platform may ask for that, so its
 * credentials stand in the function's environment variables; `shared/wechat-api/` names them.
 */
export const main = defineFunction({
  input: noInput,
  handler: async (_input, { openid, env = '' }) => {
    admitAdministrator(openid, 'show what is deployed')
    try {
      api ??= weChatApiFromEnvironment({ timeoutMs: TIMEOUT_MS })
      return await summarize(api.allCloudFunctions({ env }))
    } catch (error) {
      throw asRefusal(error)
    }
  },
})
