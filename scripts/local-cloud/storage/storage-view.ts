import { Readable } from 'node:stream'
import { LocalCloudError } from '../local-cloud-error'
import { fileIdOf } from './file-id'
import type { StoredObject } from './object-store'
import type { Storage, StorageOptions } from './storage'

/** A file as `cloud.storage` shows it. */
export interface StoredFile extends StoredObject {
  fileID: string
}

/** The part of cloud storage that tests and tools see: `cloud.storage`. */
export interface StorageView {
  list(): Promise<StoredFile[]>
  /** Undefined if there is no such file. */
  read(fileID: string): Promise<Buffer | undefined>
  /** Stores a file past all rules. @throws LocalCloudError `bad-option` for a path that is none */
  put(cloudPath: string, content: Uint8Array, owner?: { openid: string }): Promise<StoredFile>
}

export function viewStorage(
  storage: Storage,
  { env, now }: Pick<StorageOptions, 'env' | 'now'>,
): StorageView {
  const shown = (object: StoredObject): StoredFile => ({ fileID: fileIdOf(env, object.cloudPath), ...object })
  return {
    list: async () => (await storage.objects.list()).map(shown),
    async read(fileID) {
      const cloudPath = storage.pathOf(fileID)
      const opened = cloudPath === undefined ? undefined : await storage.objects.open(cloudPath)
      return opened && Buffer.concat(await opened.content.toArray())
    },
    async put(cloudPath, content, owner = undefined) {
      const problem = storage.pathProblem(cloudPath)
      if (problem) throw new LocalCloudError('bad-option', problem)
      const about = { createdAt: now(), ...(owner ? { openid: owner.openid } : {}) }
      return shown(await storage.objects.put(cloudPath, Readable.from([content]), about))
    },
  }
}
