import * as v from 'valibot'

/** The schema of a function that takes no input. */
export const noInput = v.record(v.string(), v.never('this function takes no input'))
