/**
 * A refused operation. The client reads `errCode: <code> <name> | errMsg: <message>`; the name is the SDK's.
 */
export interface Refusal<Code extends number> {
  readonly allowed: false
  readonly code: Code
  /** In the platform's wording where that is known. */
  readonly message: string
  /** The kit's own explanation, for the developer's log; the platform gives none. */
  readonly reason: string
}

/**
 * The official table now gives -501023 for "security rule check failed" too; every refusal by a rule that was found in
 * public is -502003.
 *
 * https://developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloud/reference/errcode
 */
export const DATABASE_DENIED = -502003
export const STORAGE_DENIED = -503002

export type DatabaseRefusal = Refusal<typeof DATABASE_DENIED>
export type StorageRefusal = Refusal<typeof STORAGE_DENIED>

/** @param message as seen in public reports of refusals by custom rules */
export function refuseDatabase(reason: string, message = 'Permission denied'): DatabaseRefusal {
  return { allowed: false, code: DATABASE_DENIED, message, reason }
}

/** The full text of a storage refusal was found nowhere; this is the name of the code in the SDK's table. */
export function refuseStorage(reason: string): StorageRefusal {
  return { allowed: false, code: STORAGE_DENIED, message: 'storage permission denied', reason }
}
