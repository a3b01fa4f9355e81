import * as v from 'valibot'
import { cloud } from '../shared/cloud'
import { defineFunction } from '../shared/define-function'
import { maskedNumber } from './masked-number'
import { asRefusal } from './refusals'

/** Changes the code of the button for the caller's phone number. The page gets no more than it shows. */
export const main = defineFunction({
  input: v.strictObject({
    /** From `bind:getphonenumber`; good for one call within five minutes. */
    code: v.pipe(
      v.string(),
      v.nonEmpty('must not be empty'),
      v.maxLength(256, 'must have at most 256 characters'),
    ),
  }),
  handler: async ({ code }, { openid }) => {
    try {
      // With the openid nobody can change a code that was given to somebody else.
      const { phoneInfo } = await cloud.openapi.phonenumber.getPhoneNumber({ code, openid })
      // The whole number is here: a fork that needs it keeps it here, in a collection that only functions can read.
      return { number: maskedNumber(phoneInfo) }
    } catch (error) {
      throw asRefusal(error)
    }
  },
})
