/** Writes until it is killed, and says after each acknowledged write which one it was. */
import { openDatabase } from '../../../../../scripts/local-cloud/database'
import { FUNCTION_LIMITS } from './test-database'

const [dir, round] = process.argv.slice(2) as [string, string]
const database = openDatabase({ dir, now: Date.now, newId: String })
const collection = `round-${round}`

async function main(): Promise<void> {
  await database.insert(collection)
  await database.insert('counters', { _id: Number(round), n: 0 })
  for (let n = 0; ; n++) {
    const data = [n, -n - 1].map(_id => JSON.stringify({ _id, text: 'x'.repeat(n % 5000) }))
    await database.handle('insertDocument', { collectionName: collection, data }, FUNCTION_LIMITS)
    await database.handle(
      'modifyDocument',
      { collectionName: 'counters', query: `{"_id":${round}}`, data: '{"$inc":{"n":1}}', merge: true },
      FUNCTION_LIMITS,
    )
    process.stdout.write(`${n}\n`)
  }
}

void main()
