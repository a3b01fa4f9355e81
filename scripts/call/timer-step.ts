import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Bilingual, ErrorCode } from '../../miniprogram/cloud/error-codes'
import { FUNCTIONS_DIR } from '../project/cloud-functions'
import { readFunctionConfig } from '../project/function-config'

/** What a function says to those who may not call it. */
const REFUSES_CALLER: ReadonlySet<ErrorCode> = new Set(['permission-denied', 'unauthenticated'])

/** What to try where a function with a timer refuses a user: it may be there for its timer only. */
export function timerStep(root: string, functionName: string, code: ErrorCode): Bilingual | undefined {
  if (!REFUSES_CALLER.has(code) || !hasTimer(root, functionName)) return undefined
  const command = `npm run kit -- call ${functionName} --timer`
  return {
    en: `If it is there for its timer, fire that: ${command}`,
    zh: `如果它是给定时触发器调用的，触发一次：${command}`,
  }
}

function hasTimer(root: string, functionName: string): boolean {
  const file = `${FUNCTIONS_DIR}/${functionName}/config.json`
  if (!existsSync(join(root, file))) return false
  return readFunctionConfig(readFileSync(join(root, file), 'utf8'), file).config.triggers.length > 0
}
