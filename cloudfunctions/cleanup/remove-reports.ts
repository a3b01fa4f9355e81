import { cloud } from '../shared/cloud'

/** Bounds of one run, which has three seconds unless the console says otherwise. What is left waits for the next. */
export const limits = { batch: 100, batches: 10 } as const

/**
 * Removes the reports that `cloudLog` received before a time, oldest first, in batches.
 *
 * The platform can fire a timer twice, so two runs may work on the same batch: a report that the other run has
 * removed is no longer met, and counts for that one alone.
 */
export async function removeReports(before: Date): Promise<{ removed: number; isDone: boolean }> {
  const { command } = cloud.database()
  const reports = () => cloud.database().collection('cloudLogs')
  let removed = 0
  for (let batch = 0; batch < limits.batches; batch++) {
    const { data } = await reports()
      .where({ receivedAt: command.lt(before) })
      .orderBy('receivedAt', 'asc')
      .limit(limits.batch)
      .field({ _id: true })
      .get()
    if (data.length > 0) {
      const ids = data.map(({ _id }) => _id)
      removed += (
        await reports()
          .where({ _id: command.in(ids) })
          .remove()
      ).stats.removed
    }
    if (data.length < limits.batch) return { removed, isDone: true }
  }
  return { removed, isDone: false }
}
