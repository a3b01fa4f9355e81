import { cloudPathProblem } from './cloud-path'
import { cloudPathOf, fileIdOf } from './file-id'
import { objectKey } from './file-names'
import { type ObjectStore, openObjectStore } from './object-store'
import { makeSeal } from './seal'

/** A temporary address is good for this long unless the request says how long; in seconds. */
const DEFAULT_MAX_AGE = 600
const MAX_AGE = 86_400
/** An upload must begin within this time after it was announced. */
const UPLOAD_MS = 10 * 60_000
/** https://developers.weixin.qq.com/miniprogram/dev/wxcloud/reference-sdk-api/storage/Cloud.getTempFileURL.html */
export const MAX_FILES_PER_REQUEST = 50

export interface StorageOptions {
  dir: string
  env: string
  /** The gateway's address. */
  url(): string
  /** Largest file in bytes; the platform's own limit is undocumented. */
  maxBytes: number
  now(): number
}

/** Where to send the content of an announced upload, and with which headers. */
export interface UploadTarget {
  url: string
  token: string
  authorization: string
  fileId: string
  cosFileId: string
}

/** What an upload was announced with. */
interface Announced {
  cloudPath: string
  openid?: string
  expiresAt: number
}

/** Cloud storage: announce, upload, address, download, delete. Permissions are the gateway's business. */
export interface Storage {
  /** Undefined if nothing is wrong with a path. */
  pathProblem(cloudPath: unknown): string | undefined
  pathOf(fileID: unknown): string | undefined
  announce(cloudPath: string, openid?: string): UploadTarget
  /** The upload that a token was made for, unless it is too late or another address. */
  announced(token: string, key: string): { cloudPath: string; openid?: string } | undefined
  /** A temporary address. `maxAge` in seconds. */
  addressOf(cloudPath: string, maxAge?: number): { url: string; maxAge: number }
  /** The path that a temporary address leads to, or why it leads nowhere. */
  follow(key: string, sign: string): { cloudPath: string } | { refused: 'forged' | 'expired' }
  objects: ObjectStore
}

export function openStorage({ dir, env, url, maxBytes, now }: StorageOptions): Storage {
  const uploads = makeSeal()
  const addresses = makeSeal()
  const objects = openObjectStore(dir, { maxBytes })
  const place = (cloudPath: string) => `${url()}/cos/${objectKey(cloudPath)}/${shownName(cloudPath)}`
  return {
    objects,
    pathProblem: cloudPathProblem,
    pathOf: fileID => cloudPathOf(env, fileID),
    announce(cloudPath, openid) {
      const announced: Announced = { cloudPath, ...(openid ? { openid } : {}), expiresAt: now() + UPLOAD_MS }
      return {
        url: encodeURI(place(cloudPath)),
        token: uploads.close(JSON.stringify(announced)),
        authorization: 'q-sign-algorithm=local',
        fileId: fileIdOf(env, cloudPath),
        cosFileId: objectKey(cloudPath),
      }
    },
    announced(token, key) {
      const text = uploads.open(token)
      if (text === undefined) return undefined
      const { expiresAt, ...announced } = JSON.parse(text) as Announced
      return expiresAt > now() && objectKey(announced.cloudPath) === key ? announced : undefined
    },
    addressOf(cloudPath, asked = DEFAULT_MAX_AGE) {
      const maxAge = Math.min(Math.max(Math.trunc(asked), 1), MAX_AGE)
      const sign = addresses.close(JSON.stringify({ cloudPath, expiresAt: now() + maxAge * 1000 }))
      // the SDK encodes the address before it uses it, so the name must not be encoded yet
      return { url: `${place(cloudPath)}?sign=${sign}`, maxAge }
    },
    follow(key, sign) {
      const text = addresses.open(sign)
      if (text === undefined) return { refused: 'forged' }
      const { cloudPath, expiresAt } = JSON.parse(text) as { cloudPath: string; expiresAt: number }
      if (objectKey(cloudPath) !== key) return { refused: 'forged' }
      return expiresAt > now() ? { cloudPath } : { refused: 'expired' }
    },
  }
}

/** The last part of the path, for people and file extensions; characters that cut an address short are replaced. */
function shownName(cloudPath: string): string {
  const name = cloudPath.slice(cloudPath.lastIndexOf('/') + 1)
  return name.replace(/[%?#\\]|^\.{0,2}$/g, '_')
}
