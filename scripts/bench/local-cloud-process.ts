import { setTimeout as sleep } from 'node:timers/promises'
import { startLocalCloud } from '../local-cloud'

/** Documents that are inserted at once. */
export const BATCH = 1000
/** Longer than any pause between two measured calls. */
const IDLE_MS = 1000

/** Store so many documents; wait until no function has a process, then tell the memory; end. */
export type Order = { fill: number } | 'rest' | 'stop'

/** A process that is a local cloud and nothing else; `local-cloud.ts` measures it from outside. */
async function main([functionsDir = '', projectRoot = '']: string[]): Promise<void> {
  const cloud = await startLocalCloud({ functionsDir, projectRoot, idleMs: IDLE_MS })
  const obey = async (order: Order): Promise<unknown> => {
    if (order === 'rest') return await sleep(2 * IDLE_MS).then(() => process.memoryUsage.rss())
    if (order === 'stop') return await cloud.stop()
    for (let done = 0; done < order.fill; done += BATCH) {
      const docs = Array.from({ length: BATCH }, (_, index) => ({
        _id: `doc${done + index}`,
        n: index,
        text: 'x'.repeat(100),
      }))
      await cloud.database.insert('many', ...docs)
    }
    return order.fill
  }
  process.on('message', (order: Order) => {
    void obey(order).then(answer => {
      process.send?.({ answer })
      if (order === 'stop') process.disconnect()
    })
  })
  process.send?.({ answer: cloud.url })
}

if (require.main === module) void main(process.argv.slice(2))
