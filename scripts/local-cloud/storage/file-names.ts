import { createHash, randomUUID } from 'node:crypto'

/** Blobs and entries in the making: nothing else of this name can be in the folder. */
const BLOB = /^([0-9a-f]{40})\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?:\.tmp)?$/
const ENTRY = /^([0-9a-f]{40})\.json$/

/** A name for a path that any file system and any address can carry. */
export function objectKey(cloudPath: string): string {
  return createHash('sha256').update(cloudPath).digest('hex').slice(0, 40)
}

/** The file that says what is known of an object, and which blob holds its content. */
export function entryName(key: string): string {
  return `${key}.json`
}

/** A file for content that no file has had before. */
export function newBlobName(key: string): string {
  return `${key}.${randomUUID()}`
}

/** The file in which an entry is written before it takes its place. */
export function makingName(blob: string): string {
  return `${blob}.tmp`
}

/** The object that an entry is of, or undefined for any other file. */
export function keyOfEntry(name: string): string | undefined {
  return ENTRY.exec(name)?.[1]
}

/** The object that a blob, or an entry in the making, is of, or undefined for any other file. */
export function keyOfBlob(name: string): string | undefined {
  return BLOB.exec(name)?.[1]
}
