import type { FunctionConfig } from '../../project/function-config'
import type { BuiltFunction } from './built-functions'

/** What the cloud console, and the HTTPS APIs, can set for a function. */
export interface FunctionSettings {
  timeLimitMs: number
  memoryMb: number
  variables: Record<string, string>
  config: FunctionConfig
}

/** Settings of each function: what was given at the start, what its package says, what an API has changed since. */
export interface SettingsStore {
  of(built: BuiltFunction): FunctionSettings
  /** Adds to what was changed before. Holds until the cloud ends. */
  change(functionName: string, change: Partial<FunctionSettings>): void
  reset(): void
}

export function openSettings(defaults: {
  timeLimitMs: number
  memoryMb: number
  variablesOf(functionName: string): Record<string, string>
}): SettingsStore {
  const changes = new Map<string, Partial<FunctionSettings>>()
  return {
    of: ({ name, config }) => ({
      timeLimitMs: defaults.timeLimitMs,
      memoryMb: defaults.memoryMb,
      variables: defaults.variablesOf(name),
      config,
      ...changes.get(name),
    }),
    change: (name, change) => void changes.set(name, { ...changes.get(name), ...change }),
    reset: () => changes.clear(),
  }
}
