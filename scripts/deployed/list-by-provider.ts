import type { WeChatApi } from '../../cloudfunctions/shared/wechat-api/index'
import type { DeployedState } from './deployed-function'
import { askWeChat } from './wechat'

/**
 * Lists what is deployed by `getCloudFunctionList`, which only a third-party platform may call.
 *
 * @throws KitError `tool-failed`
 */
export function listByProvider(api: WeChatApi, env: string, search?: string): Promise<DeployedState[]> {
  return askWeChat(async () => {
    const states: DeployedState[] = []
    for await (const found of api.allCloudFunctions({ env, searchkey: search })) {
      const { name, status, status_reason: reasons, runtime, mod_time: changedAt } = found
      states.push({ name, status, reasons, runtime, changedAt })
    }
    return states
  })
}
