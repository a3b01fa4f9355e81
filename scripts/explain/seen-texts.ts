import type { ErrorCode } from '../../miniprogram/cloud/error-codes'

/**
 * Words of the platform for which the SDK's table has none, from public reports. They also come without their code:
 * in a log, or in what somebody pastes.
 */
export const seenTexts: readonly { code: ErrorCode; text: string }[] = [
  { code: -504003, text: 'Invoking task timed out after' },
  { code: -502005, text: 'Db or Table not exist' },
  { code: -502005, text: 'DATABASE_COLLECTION_NOT_EXIST' },
  { code: -501000, text: 'Param Invalid: env check invalid' },
  { code: -601034, text: '没有权限，请先开通云开发或者云托管' },
  { code: -606001, text: '请求包大小超过' },
  { code: -606001, text: 'data exceed max size' },
]
