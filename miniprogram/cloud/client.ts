import type { CallHost } from './create-call'
import { cloudState } from './init'
import { localClient } from './local/client'
import type { StorageHost } from './storage'

/** What the kit uses of `wx.cloud`. */
export interface CloudClient extends StorageHost, Pick<CallHost, 'callFunction'> {
  database(): DB.Database
}

/** `wx.cloud`, or what stands in its place if the environment is the local cloud. */
export function cloudClient(): CloudClient {
  const state = cloudState()
  return state.ok && state.isLocal ? localClient : wx.cloud
}
