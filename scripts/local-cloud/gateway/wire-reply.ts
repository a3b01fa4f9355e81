import { DatabaseError } from '../database/database-error'
import type { ActionReply } from './action'
import type { GatewayContext } from './types'
import { WireError } from './wire-error'

/**
 * Answers as the SDK expects it: status 200 either way, with `data`, or with `code` and `message`. The reply of an
 * openapi call is bytes, with any content type but JSON.
 */
export async function answerAction(
  context: GatewayContext,
  requestId: string,
  run: () => Promise<ActionReply>,
): Promise<Response> {
  try {
    const reply = await run()
    if (!Buffer.isBuffer(reply)) return context.json({ requestId, ...reply })
    return context.body(new Uint8Array(reply), 200, { 'Content-Type': 'application/octet-stream' })
  } catch (error) {
    if (error instanceof WireError || error instanceof DatabaseError) {
      return context.json({ requestId, code: error.code, message: error.message })
    }
    throw error
  }
}
