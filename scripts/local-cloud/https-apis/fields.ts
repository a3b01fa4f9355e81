import type { JsonObject } from '../gateway/body'
import { isReservedVariable } from '../runtime/instance-environment'
import { ApiError, type ApiErrorCode } from './api-error'

/** What a missing field is answered with: the pages differ. */
export type MissingCode = Extract<ApiErrorCode, 40101 | 47001>

/** A field that must be a string and not empty. */
export function text(body: JsonObject, name: string, missing: MissingCode): string {
  const value = body[name]
  if (value === undefined || value === '') throw new ApiError(missing, `${name} is missing`)
  if (typeof value !== 'string') throw new ApiError(40097, `${name} must be a string`)
  return value
}

/** The environment, which must be the one that runs here. */
export function inEnvironment(body: JsonObject, env: string, missing: MissingCode): void {
  if (text(body, 'env', missing) !== env) throw new ApiError(-501000, `the environment here is "${env}"`)
}

/** A field that must be a whole number if it is there. */
export function wholeNumber(
  body: JsonObject,
  name: string,
  { low, high, fallback }: { low: number; high: number; fallback: number },
): number {
  const value = body[name] ?? fallback
  if (typeof value !== 'number' || !Number.isInteger(value) || value < low || value > high) {
    throw new ApiError(40097, `${name} must be a whole number from ${low} to ${high}`)
  }
  return value
}

/** `[{ key, value }]`, as environment variables travel. */
export function variablesOf(list: unknown, name: string): Record<string, string> {
  const pairs = Array.isArray(list) ? list : [undefined]
  return Object.fromEntries(
    pairs.map(pair => {
      const { key, value } = (pair ?? {}) as JsonObject
      if (typeof key !== 'string' || typeof value !== 'string') {
        throw new ApiError(40097, `${name} must be an array of {"key": "...", "value": "..."}`)
      }
      if (isReservedVariable(key))
        throw new ApiError(40097, `${key} is a name that the platform keeps for itself`)
      return [key, value]
    }),
  )
}
