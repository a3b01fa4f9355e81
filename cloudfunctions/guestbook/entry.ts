import { createHash } from 'node:crypto'

/** An entry as the collection holds it. */
export interface StoredEntry {
  _id: string
  /** Of the author. */
  _openid: string
  text: string
  /** Milliseconds since 1970. */
  createdAt: number
  editedAt?: number
}

/** An entry as a page gets it: whose it is stays here. */
export interface Entry {
  id: string
  text: string
  /** Milliseconds since 1970. */
  createdAt: number
  isEdited: boolean
  /** Whether the caller wrote it, and so may edit and remove it. */
  isMine: boolean
}

export function showEntry({ _id, _openid, text, createdAt, editedAt }: StoredEntry, openid: string): Entry {
  return { id: _id, text, createdAt, isEdited: editedAt !== undefined, isMine: _openid === openid }
}

/**
 * The id of an entry: the same for every attempt to add it. An id is unique, so that of several attempts at once the
 * database itself lets one through.
 */
export function entryId(openid: string, token: string): string {
  return createHash('sha256')
    .update(JSON.stringify([openid, token]))
    .digest('hex')
    .slice(0, 32)
}

/** A place between two entries. It stays right when entries come and go, unlike a number to skip. */
export function cursorAfter({ createdAt, _id }: StoredEntry): string {
  return `${createdAt}.${_id}`
}

export function readCursor(cursor: string): Pick<StoredEntry, 'createdAt' | '_id'> {
  const [createdAt = '', id = ''] = cursor.split('.')
  return { createdAt: Number(createdAt), _id: id }
}
