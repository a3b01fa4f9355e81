import type { JsonObject } from '../gateway/body'
import type { TokenKind } from './access-tokens'

/** One HTTPS API of WeChat. */
export interface HttpsApi {
  /** The token that it asks for in the query; none for the API that hands out the first. */
  token?: TokenKind
  /**
   * @returns the whole answer
   * @throws ApiError
   */
  run(body: JsonObject): JsonObject
}

/** A success, as all APIs but those for tokens answer it. */
export function ok(fields: JsonObject = {}): JsonObject {
  return { errcode: 0, errmsg: 'ok', ...fields }
}
