import { cloud } from '../shared/cloud'
import { defineFunction } from '../shared/define-function'
import { noInput } from '../shared/no-input'
import { removeReports } from './remove-reports'

/** How long error reports are kept. */
const KEPT_DAYS = 30
const DAY_MS = 24 * 60 * 60 * 1000

/** Removes old error reports, every night at half past three in China. */
export const main = defineFunction({
  input: noInput,
  callers: ['timer'],
  handler: async () => {
    const outcome = await removeReports(new Date(Date.now() - KEPT_DAYS * DAY_MS))
    // Nobody gets the reply to a timer.
    cloud.logger().info(outcome)
    return outcome
  },
})
