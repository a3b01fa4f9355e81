import { cloudClient } from './client'
import { toCloudError } from './cloud-error'
import { cloudState } from './init'

/**
 * Asks the database directly, under the security rules of the collection.
 *
 * ```ts
 * const { data } = await askDatabase(database => database.collection('notes').where({ _openid: '{openid}' }).get())
 * ```
 *
 * Rejects with a `CloudError`, as `call` does.
 * https://developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloud/guide/database/security-rules.md
 */
export async function askDatabase<Answer>(ask: (database: DB.Database) => Promise<Answer>): Promise<Answer> {
  const state = cloudState()
  if (!state.ok) throw state.error
  try {
    return await ask(cloudClient().database())
  } catch (thrown) {
    throw toCloudError(thrown)
  }
}
