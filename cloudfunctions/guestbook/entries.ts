import { cloud } from '../shared/cloud'
import { isCloudSdkError } from '../shared/cloud-sdk-error'
import { FunctionError } from '../shared/function-error'
import { readCursor, type StoredEntry } from './entry'

/** What the SDK makes of a write that the database refused, such as a second document with the same id. */
const REQUEST_FAILED = -502001

const entries = () => cloud.database().collection<StoredEntry>('guestbook')

/** Entries before a cursor, newest first, at most `limit`. */
export async function readEntries(cursor: string | undefined, limit: number): Promise<StoredEntry[]> {
  const { data } = await entries()
    .where(cursor === undefined ? {} : olderThan(cursor))
    .orderBy('createdAt', 'desc')
    .orderBy('_id', 'desc')
    .limit(limit)
    .get()
  return data as StoredEntry[]
}

function olderThan(cursor: string): object {
  const { command } = cloud.database()
  const { createdAt, _id } = readCursor(cursor)
  return command.or([{ createdAt: command.lt(createdAt) }, { createdAt, _id: command.lt(_id) }])
}

/** @throws {FunctionError} `not-found` */
export async function readEntry(id: string): Promise<StoredEntry> {
  const entry = await findEntry(id)
  if (!entry) throw new FunctionError('not-found', `Cannot find entry "${id}": it does not exist`)
  return entry
}

/** @throws {FunctionError} `not-found`, or `permission-denied` if somebody else wrote it */
export async function readOwnEntry(id: string, openid: string): Promise<StoredEntry> {
  const entry = await readEntry(id)
  if (entry._openid === openid) return entry
  throw new FunctionError('permission-denied', `Cannot change entry "${id}": somebody else wrote it`)
}

/** Adds an entry, unless one with its id is there: then that one comes back. */
export async function addEntry(entry: StoredEntry): Promise<StoredEntry> {
  try {
    await entries().add({ data: entry })
    return entry
  } catch (error) {
    if (!isCloudSdkError(error) || error.errCode !== REQUEST_FAILED) throw error
    const first = await findEntry(entry._id)
    if (!first) throw error
    return first
  }
}

/** The owner is part of the condition: nothing can happen between the look and the write. */
export async function updateEntry(
  { _id, _openid }: StoredEntry,
  data: Pick<StoredEntry, 'text' | 'editedAt'>,
): Promise<void> {
  await entries().where({ _id, _openid }).update({ data })
}

export async function removeEntry({ _id, _openid }: StoredEntry): Promise<void> {
  await entries().where({ _id, _openid }).remove()
}

async function findEntry(id: string): Promise<StoredEntry | undefined> {
  const { data } = await entries().where({ _id: id }).limit(1).get()
  return data[0] as StoredEntry | undefined
}
