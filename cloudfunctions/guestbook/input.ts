import * as v from 'valibot'

/** Bounds of one call. */
export const limits = {
  /** Characters of an entry. */
  textChars: 500,
  /** Entries of one page, at most and without a wish. */
  pageEntries: 50,
  defaultPageEntries: 20,
} as const

const text = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1, 'must not be empty'),
  v.maxLength(limits.textChars, `must have at most ${limits.textChars} characters`),
  v.regex(/^(?:[^\p{Cc}\p{Cs}]|\n)*$/u, 'must not hold control characters'),
)
const id = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/, 'must be the id of an entry'))

/** What a caller may do with the guestbook. */
export const guestbookInput = v.variant('action', [
  /** A page of entries, newest first. */
  v.strictObject({
    action: v.literal('list'),
    /** `next` of the page before; without it the first page. */
    cursor: v.optional(
      v.pipe(v.string(), v.regex(/^\d{1,15}\.[0-9a-f]{32}$/, 'must be the "next" of a page')),
    ),
    limit: v.optional(
      v.pipe(
        v.number(),
        v.integer('must be a whole number'),
        v.minValue(1, 'must be at least 1'),
        v.maxValue(limits.pageEntries, `must be at most ${limits.pageEntries}`),
      ),
      limits.defaultPageEntries,
    ),
  }),
  v.strictObject({
    action: v.literal('add'),
    text,
    /** Chosen by the client, the same for every attempt to send this entry: all of them add one. */
    token: v.pipe(v.string(), v.regex(/^[\w-]{8,64}$/, 'must have 8 to 64 letters, digits, "_" or "-"')),
  }),
  v.strictObject({ action: v.literal('edit'), id, text }),
  v.strictObject({ action: v.literal('remove'), id }),
])
