import { type CallFailure, type ErrCodeStyle, styled } from './calls/call-failure'
import { type ClientReply, isFailure } from './calls/function-calls'
import { CloudCallError } from './cloud-call-error'
import type { CallOptions, CallSuccess } from './local-cloud'
import { LocalCloudError } from './local-cloud-error'
import type { Settled } from './options'
import type { Services } from './services'
import type { Timer } from './timers/timer-clock'
import { timerEvent } from './timers/timer-event'
import { isOpenid, OPENID_RULE } from './users/openid'
import { DEFAULT_SOURCE } from './users/source'

/** Calls a function for `cloud.call()`: as the mini program would, without the way over HTTP. */
export async function callAsClient(
  { appid, openid: defaultOpenid, errCodes: defaultStyle }: Settled,
  { calls }: Services,
  name: string,
  data: Record<string, unknown> = {},
  { openid = defaultOpenid, source = DEFAULT_SOURCE, env, errCodes = defaultStyle }: CallOptions = {},
): Promise<CallSuccess> {
  if (!isOpenid(openid))
    throw new LocalCloudError('bad-option', `"${openid}" is not an openid: ${OPENID_RULE}`)
  const caller = { openid, appid, source }
  return success(
    await calls.fromClient({ name, data, caller, ...(env === undefined ? {} : { env }) }),
    errCodes,
  )
}

/** @throws CloudCallError for a failure */
export function success(answer: ClientReply | CallFailure, style: ErrCodeStyle): CallSuccess {
  if (isFailure(answer)) throw new CloudCallError(styled(answer, style))
  return { result: JSON.parse(answer.result), requestID: answer.requestID, errMsg: 'cloud.callFunction:ok' }
}

/** Calls a function as its timer would: no user, and an event of its own. */
export async function callAsTimer(
  { appid, now }: Settled,
  { calls }: Services,
  { functionName, trigger }: Timer,
): Promise<ClientReply | CallFailure> {
  return await calls.fromTimer(functionName, timerEvent(trigger.name, now()), { appid, source: 'wx_trigger' })
}

/** Every timer that a function declares. */
export function timersOf({ functions, settings }: Services): Timer[] {
  return functions
    .list()
    .flatMap(({ built }) =>
      built ? settings.of(built).config.triggers.map(trigger => ({ functionName: built.name, trigger })) : [],
    )
}

/** @throws LocalCloudError */
export function timerOf(services: Services, name: string): Timer {
  const timer = timersOf(services).find(({ functionName }) => functionName === name)
  if (timer) return timer
  if (!services.functions.find(name)) {
    throw new LocalCloudError('unknown-function', `there is no function "${name}"`)
  }
  throw new LocalCloudError(
    'no-trigger',
    `"${name}" has no timer: its config.json needs "triggers": [{ "name": "daily", "type": "timer", "config": "0 0 2 * * * *" }]`,
  )
}
