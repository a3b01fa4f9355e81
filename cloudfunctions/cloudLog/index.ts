import { cloud } from '../shared/cloud'
import { defineFunction } from '../shared/define-function'
import { cloudLogInput } from './input'

/** Where the reports are kept; only functions and the console can read it, see `database.rules.json`. */
const COLLECTION = 'cloudLogs'

/** Takes error reports of the mini program, in batches, into the function's log and a collection. */
export const main = defineFunction({
  input: cloudLogInput,
  handler: async ({ reports }, { openid }) => {
    const logger = cloud.logger()
    for (const report of reports) logger.error({ ...report, openid })

    const database = cloud.database()
    const receivedAt = database.serverDate()
    await database
      .collection(COLLECTION)
      .add({ data: reports.map(report => ({ ...report, _openid: openid, receivedAt })) })
    return { accepted: reports.length }
  },
})
