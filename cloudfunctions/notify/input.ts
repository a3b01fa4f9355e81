import * as v from 'valibot'

/** Characters of a template's `thing`. */
const MAX_CHARACTERS = 20

export const notifyInput = v.variant('action', [
  /** Which template to ask the user about. */
  v.strictObject({ action: v.literal('template') }),
  /** A message to oneself. */
  v.strictObject({
    action: v.literal('send'),
    text: v.pipe(
      v.string(),
      v.trim(),
      v.nonEmpty('must not be empty'),
      v.check(text => [...text].length <= MAX_CHARACTERS, `must have at most ${MAX_CHARACTERS} characters`),
      v.check(text => !/\p{Cc}/u.test(text), 'must not hold line breaks or other control characters'),
    ),
    /** The version of the mini program that a tap on the message opens. */
    envVersion: v.optional(v.picklist(['release', 'trial', 'develop']), 'release'),
  }),
])
