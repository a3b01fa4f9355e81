import { errorCodes } from '../../../miniprogram/cloud/error-codes'
import { DatabaseError } from '../database/database-error'
import type { GatewayContext } from './types'
import { WireError } from './wire-error'

/** The SDK's own table of string codes; every other one is -501001. */
const NUMBERS: Readonly<Record<string, number>> = {
  INVALID_PARAM: -501007,
  DATABASE_REQUEST_FAILED: -502001,
  DATABASE_COLLECTION_NOT_EXIST: -502005,
  STORAGE_EXCEED_AUTHORITY: -503002,
}
const SYSTEM_ERROR = -501001

/** An operation that the mini program may not do, or that is not there for it. */
export class ClientRefusal extends Error {
  override readonly name = 'ClientRefusal'

  constructor(
    readonly errCode: number,
    message: string,
  ) {
    super(message)
  }
}

/**
 * Answers a request of the mini program for data: `{ requestId, data }`, or `{ requestId, errCode, errMsg }` with the
 * text that stands behind the name of the API in what `fail` receives.
 */
export async function answerClient(
  context: GatewayContext,
  requestId: string,
  run: () => Promise<{ data?: unknown }>,
): Promise<Response> {
  try {
    return context.json({ requestId, ...(await run()) })
  } catch (error) {
    if (error instanceof ClientRefusal)
      return context.json({ requestId, ...failure(error.errCode, error.message) })
    if (error instanceof WireError || error instanceof DatabaseError) {
      return context.json({ requestId, ...failure(NUMBERS[error.code] ?? SYSTEM_ERROR, error.message) })
    }
    throw error
  }
}

function failure(errCode: number, text: string): { errCode: number; errMsg: string } {
  const words = errorCodes.get(errCode)?.text ?? ''
  return { errCode, errMsg: `errCode: ${errCode} ${words} | errMsg: ${text}` }
}
