import type { BuiltFunctions } from '../functions/built-functions'
import type { JsonObject } from '../gateway/body'
import { ApiError } from './api-error'
import { inEnvironment, wholeNumber } from './fields'
import { listFunctions } from './function-list'
import { type HttpsApi, ok } from './https-api'
import type { Stage } from './staged-answers'

const DEFAULT_LIMIT = 20

/**
 * The two lists of functions, which are easily mixed up: other token, other fields.
 *
 * - https://developers.weixin.qq.com/doc/oplatform/openApi/cloudbase-batch/scf-mgnt/api_getcloudfunctionlist.html
 * - https://developers.weixin.qq.com/doc/oplatform/openApi/cloudbase-common/scf-management/api_getfuntionlist.html
 */
export function listApis(env: string, functions: BuiltFunctions, stage: Stage): Record<string, HttpsApi> {
  return {
    '/componenttcb/getscflist': {
      token: 'component',
      run(body) {
        inEnvironment(body, env, 47001)
        const { searchkey = '' } = body
        if (typeof searchkey !== 'string') throw new ApiError(40097, 'searchkey must be a string')
        const wanted = searchkey.toLowerCase()
        return page(
          body,
          listFunctions(functions, stage).filter(({ name }) => name.toLowerCase().includes(wanted)),
        )
      },
    },
    '/tcb/listfunctions': {
      token: 'authorizer',
      run(body) {
        inEnvironment(body, env, 40101)
        return page(
          body,
          listFunctions(functions, stage).map(({ status_reason: _, ...item }) => item),
        )
      },
    },
  }
}

function page<T>(body: JsonObject, all: readonly T[]): JsonObject {
  const high = Number.MAX_SAFE_INTEGER
  const offset = wholeNumber(body, 'offset', { low: 0, high, fallback: 0 })
  const limit = wholeNumber(body, 'limit', { low: 1, high, fallback: DEFAULT_LIMIT })
  return ok({ total_count: all.length, functions: all.slice(offset, offset + limit) })
}
