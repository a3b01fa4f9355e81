import * as v from 'valibot'
import { admitAdministrator } from '../shared/administrators'
import { defineFunction } from '../shared/define-function'
import { countCauses } from './count-causes'

const DAY_MS = 24 * 60 * 60 * 1000

const input = v.strictObject({
  /** How far back, in days. */
  days: v.optional(
    v.pipe(
      v.number(),
      v.integer('must be a whole number'),
      v.minValue(1, 'must be at least 1'),
      v.maxValue(30, 'must be at most 30'),
    ),
    7,
  ),
})

/** What went wrong lately, for administrators: the reports that `cloudLog` received, counted by their cause. */
export const main = defineFunction({
  input,
  handler: async ({ days }, { openid }) => {
    admitAdministrator(openid, 'show the reports')
    return { causes: await countCauses(new Date(Date.now() - days * DAY_MS)) }
  },
})
