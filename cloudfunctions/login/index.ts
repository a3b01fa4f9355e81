import { defineFunction } from '../shared/define-function'
import { noInput } from '../shared/no-input'

/** Who am I: the caller as the platform vouches for it. */
export const main = defineFunction({
  input: noInput,
  handler: (_input, caller) => caller,
})
