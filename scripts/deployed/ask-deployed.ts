import type { DeployedState } from './deployed-function'
import { openDevTools } from './devtools'
import { infoArguments, listArguments, listByDevTools } from './list-by-devtools'
import { listByProvider } from './list-by-provider'
import { hasCredentials, openWeChat } from './wechat'

/** Whom to ask what is deployed. */
export const ASKED = ['provider', 'devtools'] as const

export type Asked = (typeof ASKED)[number]

export interface AskOptions {
  root: string
  /** Id of the environment. */
  env: string
  via: Asked
  /** Part of a name. */
  search?: string
  signal?: AbortSignal
}

/** The one to ask when nobody says whom: the API where its credentials are there, since it tells more. */
export function defaultAsked(): Asked {
  return hasCredentials('component') ? 'provider' : 'devtools'
}

/**
 * A question that can be asked again and again: what is deployed?
 *
 * @throws KitError `tool-missing` or `not-configured`; the question itself `tool-failed`
 */
export function openQuestion({ root, env, via, search, signal }: AskOptions): () => Promise<DeployedState[]> {
  if (via === 'provider') {
    const api = openWeChat('component')
    return () => listByProvider(api, env, search)
  }
  const devTools = openDevTools(root, signal)
  return () => listByDevTools(devTools, env, search)
}

/**
 * What the question runs or sends, a line each; no secret.
 *
 * @throws KitError `tool-missing`
 */
export function describeQuestion({ root, env, via }: AskOptions, names: readonly string[]): string[] {
  if (via === 'provider') return [`POST /componenttcb/getscflist ${JSON.stringify({ env })}`]
  const devTools = openDevTools(root)
  return [listArguments(env), infoArguments(env, names)].map(devTools.describe)
}
