import { cloud } from '../shared/cloud'

/** Bounds of one look: reports that are counted, the latest first, and causes that are told, the most frequent first. */
export const limits = { reports: 10_000, causes: 50 } as const

/** Reports with the same code from the same function. */
export interface Cause {
  /** Such as `-604101` or `not-found`. */
  code: string
  /** Empty where no function was called. */
  functionName: string
  count: number
  /** How many users met it. */
  users: number
  /** When the last one came in, in milliseconds since 1970. */
  lastAt: number
  /** Of the last one. */
  message: string
}

/** Counts the reports received since a time by their cause. */
export async function countCauses(since: Date): Promise<Cause[]> {
  const { command } = cloud.database()
  const $ = command.aggregate
  const { list } = await cloud
    .database()
    .collection('cloudLogs')
    .aggregate()
    .match({ receivedAt: command.gte(since) })
    .sort({ receivedAt: -1 })
    .limit(limits.reports)
    .group({
      _id: { code: '$code', functionName: $.ifNull(['$functionName', '']) },
      count: $.sum(1),
      users: $.addToSet('$_openid'),
      lastAt: $.first('$receivedAt'),
      message: $.first('$message'),
    })
    .project({ count: 1, users: $.size('$users'), lastAt: 1, message: 1 })
    .sort({ count: -1, lastAt: -1 })
    .limit(limits.causes)
    .end()
  return (list as Counted[]).map(({ _id, lastAt, ...counted }) => ({
    ..._id,
    ...counted,
    lastAt: lastAt.getTime(),
  }))
}

type Counted = Omit<Cause, 'code' | 'functionName' | 'lastAt'> & {
  _id: Pick<Cause, 'code' | 'functionName'>
  lastAt: Date
}
