import { readFunctionConfig } from '../../project/function-config'
import { hasErrors } from '../../project/problem'
import type { BuiltFunction } from '../functions/built-functions'
import type { FunctionSettings } from '../functions/function-settings'
import { isObject, type JsonObject, tryParseJson } from '../gateway/body'
import { ApiError } from './api-error'
import { variablesOf, wholeNumber } from './fields'

/** 1 cloud call, 2 trigger, 3 environment. */
export type ConfigType = 1 | 2 | 3

export function configType(body: JsonObject): ConfigType {
  return wholeNumber(body, 'type', { low: 1, high: 3, fallback: Number.NaN }) as ConfigType
}

/** The `config` of `getfuncconfig`: JSON in a string. */
export function describeConfig(type: ConfigType, built: BuiltFunction, settings: FunctionSettings): string {
  const { config, timeLimitMs, variables } = settings
  if (type === 3) {
    const environment = Object.entries(variables).map(([key, value]) => ({ key, value }))
    return JSON.stringify({ timeout: timeLimitMs / 1000, environment })
  }
  if (type === 2) return JSON.stringify({ triggers: config.triggers })
  if (!built.hasConfig && config.openapi.length === 0) throw new ApiError(85089)
  return JSON.stringify({ permissions: { openapi: config.openapi } })
}

/** What `uploadfuncconfig` changes. */
export function readConfigChange(
  type: ConfigType,
  text: string,
  { config }: FunctionSettings,
): Partial<FunctionSettings> {
  const given = tryParseJson(text)
  if (!isObject(given)) throw new ApiError(40097, 'config must be a JSON object in a string')
  if (type === 3) return readEnvironment(given)
  const key = type === 1 ? 'permissions' : 'triggers'
  const { config: read, problems } = readFunctionConfig(JSON.stringify({ [key]: given[key] }), 'config')
  if (given[key] === undefined || hasErrors(problems)) {
    throw new ApiError(40097, problems[0]?.message ?? `config has no "${key}"`)
  }
  return {
    config: type === 1 ? { ...config, openapi: read.openapi } : { ...config, triggers: read.triggers },
  }
}

function readEnvironment(given: JsonObject): Partial<FunctionSettings> {
  const { environment } = given
  return {
    timeLimitMs: wholeNumber(given, 'timeout', { low: 1, high: 300, fallback: 3 }) * 1000,
    ...(environment === undefined ? {} : { variables: variablesOf(environment, 'environment') }),
  }
}

/** What `updatescfconfig` changes; what it does not name stays. Networks mean nothing here and are ignored. */
export function readScfChange(body: JsonObject): Partial<FunctionSettings> {
  const { memorysize, timeout, environment_variables: environment } = body
  return {
    ...(memorysize === undefined ? {} : { memoryMb: memorySize(body) }),
    ...(timeout === undefined
      ? {}
      : { timeLimitMs: wholeNumber(body, 'timeout', { low: 1, high: 900, fallback: 3 }) * 1000 }),
    ...(environment === undefined ? {} : { variables: variablesOf(environment, 'environment_variables') }),
  }
}

/** 64, then 128 to 3072 in steps of 128. https://cloud.tencent.com/document/product/876/137946 */
function memorySize(body: JsonObject): number {
  const megabytes = wholeNumber(body, 'memorysize', { low: 64, high: 3072, fallback: 256 })
  if (megabytes !== 64 && megabytes % 128 !== 0) {
    throw new ApiError(40097, 'memorysize must be 64, or 128 to 3072 in steps of 128')
  }
  return megabytes
}
