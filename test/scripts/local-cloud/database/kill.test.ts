import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../../../../scripts/local-cloud/database'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'kit-kill-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

/** Lets a process write and kills it (SIGKILL) when it has acknowledged so many writes. Returns the last of them. */
async function writeAndKill(round: number, acknowledged: number): Promise<number> {
  const writer = spawn(
    process.execPath,
    [
      '--require',
      join(__dirname, '../../../../scripts/register.js'),
      join(__dirname, 'support/writer.ts'),
      dir,
      String(round),
    ],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  let last = -1
  let rest = ''
  for await (const chunk of writer.stdout) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    last = Number(lines.at(-1) ?? last)
    if (last >= acknowledged) writer.kill('SIGKILL')
  }
  if (writer.exitCode === null && writer.signalCode === null) await once(writer, 'exit')
  expect(writer.signalCode).toBe('SIGKILL')
  return last
}

test('kill -9 loses no acknowledged write, and leaves no half one', async () => {
  const lasts: number[] = []
  for (const [round, acknowledged] of [1, 37, 90].entries())
    lasts.push(await writeAndKill(round, acknowledged))

  const database = openDatabase({ dir, now: () => 0, newId: () => '' })
  try {
    for (const [round, last] of lasts.entries()) {
      const ids = new Set(database.all(`round-${round}`).map(({ _id }) => _id))
      const lost = Array.from({ length: last + 1 }, (_, n) => n).filter(n => !ids.has(n) || !ids.has(-n - 1))
      expect(lost).toEqual([])
      // the two documents of a write stand together, the counter has counted every one of them
      expect([...ids].filter(id => !ids.has(-(id as number) - 1))).toEqual([])
      expect(database.read('counters', round)).toEqual({ _id: round, n: expect.any(Number) })
      expect(database.read('counters', round)?.n).toBeGreaterThanOrEqual(last + 1)
    }
  } finally {
    await database.close()
  }
}, 60_000)
