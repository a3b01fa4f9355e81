import type { Contract } from '../../../cloudfunctions/contract'
import { shortTime } from '../../format/short-time'

export type Entry = Contract['guestbook']['output']['entries'][number]

/** One line of the guestbook on the screen. */
export interface Row {
  /** What the template tells rows apart by; never changes. */
  key: string
  /** Of the entry; as long as it is on its way, the token that it was sent with. */
  id: string
  text: string
  note: string
  isMine: boolean
  /** Taken away, but still in the list: taking it out would send every row behind it again. */
  isGone: boolean
}

/** What was sent from here, oldest first, which the page turns around; and what was loaded, newest first. */
export type Lists = [sent: { name: 'sent'; rows: Row[] }, loaded: { name: 'loaded'; rows: Row[] }]

export function listsOf(loaded: Row[]): Lists {
  return [
    { name: 'sent', rows: [] },
    { name: 'loaded', rows: loaded },
  ]
}

export function toRow({ id, text, createdAt, isEdited, isMine }: Entry, key = id): Row {
  return { key, id, text, note: shortTime(createdAt) + (isEdited ? ' · 已修改' : ''), isMine, isGone: false }
}

/** A row for what is on its way. */
export function sendingRow(token: string, text: string, lists: Lists): Row {
  return { key: sentKey(lists[0]), id: token, text, note: '发送中…', isMine: false, isGone: false }
}

export function findRow(lists: Lists, id: string): Row | undefined {
  return lists[1].rows
    .concat(lists[0].rows)
    .filter(row => row.id === id)
    .pop()
}

/**
 * The path of a row for `setData`, such as `lists[1].rows[3]`; undefined if it is no longer there. What was taken back
 * and sent again is there twice: the later one counts.
 */
export function pathOf(lists: Lists, id: string): string | undefined {
  const paths = lists.map(({ rows }, list) => {
    const index = rows.map(row => row.id).lastIndexOf(id)
    return index < 0 ? undefined : `lists[${list}].rows[${index}]`
  })
  return paths[0] ?? paths[1]
}

/** What `setData` needs to put rows behind a list: none of those that are there already. */
export function appended(lists: Lists, list: 0 | 1, rows: readonly Row[]): Record<string, Row> {
  const { length } = lists[list].rows
  const changes: Record<string, Row> = {}
  rows.forEach((row, index) => {
    changes[`lists[${list}].rows[${length + index}]`] = row
  })
  return changes
}

/** The key of the next row that is sent. */
export function sentKey({ rows }: Lists[0]): string {
  return `sent-${rows.length}`
}
