import { openapiNames } from '../../project/openapi-names'

/** Errors of the cloud itself, before a call reaches WeChat's API. */
export const API_NOT_FOUND = -604100
export const NO_PERMISSION = -604101
export const ILLEGAL_SOURCE = -604104

/**
 * The first link of `TCB_SOURCE` from which cloud calls are documented:
 * - the mini program, in WeChat and in DevTools, and timers
 *   (https://developers.weixin.qq.com/miniprogram/dev/wxcloud/guide/openapi/openapi.html)
 * - the HTTP API `POST /tcb/invokecloudfunction`, whose page says that functions called by it may use cloud calls
 *
 * That all others are refused is inferred: neither page names them.
 */
const SOURCES = new Set(['wx_client', 'wx_devtools', 'wx_localdebug', 'wx_trigger', 'wx_http'])

/** Names by which the SDK asks for its own features, which need WeChat's servers and no permission. */
const NOT_IMITATED: ReadonlyMap<string, string> = new Map([
  ['ApiGetOpenDataByCloudId', 'cloud.getOpenData'],
  ['ApiVoipSign', 'cloud.getVoIPSign'],
])

/** One openapi call of one function. */
export interface GateCall {
  apiName: string
  /** `permissions.openapi` of the calling function's `config.json`. */
  permissions: readonly string[]
  /** `TCB_SOURCE`: the way to the function, such as `wx_client,scf`. */
  source: string
  functionName: string
}

/**
 * Whether a function may make an openapi call: undefined if so, else the error and what to do about it.
 *
 * The order of the checks is inferred: a name has to be known before it can be looked for in a list. No wildcard is
 * documented for that list, so `*` is a name like any other.
 */
export function gate({ apiName, permissions, source, functionName }: GateCall): Refused | undefined {
  const feature = NOT_IMITATED.get(apiName)
  if (feature !== undefined) {
    return refused(API_NOT_FOUND, `${functionName} called ${feature}, which the local cloud does not imitate`)
  }
  if (!openapiNames().has(apiName)) {
    return refused(
      API_NOT_FOUND,
      `${functionName} called openapi.${apiName}, which the kit does not know: if the name is right, add it to openapi-names.tsv`,
    )
  }
  if (!permissions.includes(apiName)) {
    return refused(
      NO_PERMISSION,
      `${functionName} called openapi.${apiName} without permission: add "${apiName}" to permissions.openapi in its config.json`,
    )
  }
  const [origin = ''] = source.split(',')
  if (!SOURCES.has(origin)) {
    return refused(
      ILLEGAL_SOURCE,
      `${functionName} called openapi.${apiName}, but was itself called by "${source}": cloud calls need a function that the mini program or a timer called`,
    )
  }
  return undefined
}

export interface Refused {
  errorCode: number
  /** The kit's own words, for the log. */
  why: string
}

function refused(errorCode: number, why: string): Refused {
  return { errorCode, why }
}
