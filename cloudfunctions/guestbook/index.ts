import type * as v from 'valibot'
import { defineFunction } from '../shared/define-function'
import { checkText } from './check-text'
import { addEntry, readEntries, readEntry, readOwnEntry, removeEntry, updateEntry } from './entries'
import { cursorAfter, type Entry, entryId, type StoredEntry, showEntry } from './entry'
import { guestbookInput } from './input'

/** The same for every action: the entries that were read or written, and for a list what comes after them. */
export interface GuestbookReply {
  entries: Entry[]
  /** The cursor of the next page; null if there is none. */
  next: string | null
}

type Input<Action> = Extract<v.InferOutput<typeof guestbookInput>, { action: Action }>

/** A guestbook: everybody reads, signs, and changes what is their own. */
export const main = defineFunction({
  input: guestbookInput,
  handler: async (input, { openid }): Promise<GuestbookReply> => {
    if (input.action === 'list') return await list(input, openid)
    return { entries: (await write(input, openid)).map(entry => showEntry(entry, openid)), next: null }
  },
})

async function list({ cursor, limit }: Input<'list'>, openid: string): Promise<GuestbookReply> {
  // One more than asked for tells whether there is a next page.
  const found = await readEntries(cursor, limit + 1)
  const page = found.slice(0, limit)
  const last = page[page.length - 1]
  return {
    entries: page.map(entry => showEntry(entry, openid)),
    next: last && found.length > limit ? cursorAfter(last) : null,
  }
}

async function write(input: Input<'add' | 'edit' | 'remove'>, openid: string): Promise<StoredEntry[]> {
  switch (input.action) {
    case 'add': {
      const { text, token } = input
      await checkText(text, openid)
      const entry = { _id: entryId(openid, token), _openid: openid, text, createdAt: Date.now() }
      return [await addEntry(entry)]
    }
    case 'edit': {
      const { id, text } = input
      const entry = await readOwnEntry(id, openid)
      await checkText(text, openid)
      await updateEntry(entry, { text, editedAt: Date.now() })
      return [await readEntry(id)]
    }
    case 'remove':
      await removeEntry(await readOwnEntry(input.id, openid))
      return []
  }
}
