import type { Hono } from 'hono'
import { guardStorage, type StorageRules } from '../../rules'
import type { Storage } from '../storage/storage'
import { readJson } from './body'
import { answerClient } from './client-failure'
import { clientCaller, type DefaultUser } from './client-identity'
import { HttpProblem } from './http-problem'
import { storageAction } from './storage-actions'
import type { GatewayEnv } from './types'

const MAX_BODY_BYTES = 256 * 1024

export interface ClientStorageOptions {
  storage: Storage
  rules(): StorageRules
  user: DefaultUser
  newId(): string
  /** Told why the rules refused an operation. */
  explain(reason: string): void
}

/**
 * `POST /client/storage` with the storage actions of the wire protocol, held against the security rules for the user
 * who asks. An upload is announced here and then sent to the address that comes back.
 */
export function clientStorageRoute(app: Hono<GatewayEnv>, options: ClientStorageOptions): void {
  app.post('/client/storage', async context => {
    const { openid } = clientCaller(context, options.user)
    const params = await readJson(context, MAX_BODY_BYTES)
    const { action } = params
    if (typeof action !== 'string') throw new HttpProblem(400, '"action" must be a string')
    return await answerClient(context, options.newId(), () =>
      storageAction(options.storage, action, params, {
        openid,
        async allows(operation, path, owner) {
          const resource = { openid: owner, path }
          const auth = { openid }
          const answer = await guardStorage({
            rules: options.rules(),
            operation,
            auth,
            resource,
          })
          if (!answer.allowed) options.explain(answer.reason)
          return answer.allowed
        },
      }),
    )
  })
}
