import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { takeLock, waitForLock } from '../../../scripts/project/lock-file'

let dir: string
let file: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'kit-lock-'))
  file = join(dir, 'sub/.lock')
})
afterEach(() => rmSync(dir, { recursive: true }))

function deadProcess(): number {
  return spawnSync(process.execPath, ['-e', '']).pid
}

test('takeLock() gives the lock to one, and back', () => {
  const release = takeLock(file)
  expect(release).toBeInstanceOf(Function)
  expect(takeLock(file)).toBe(process.pid)
  if (typeof release === 'function') release()
  const again = takeLock(file)
  expect(again).toBeInstanceOf(Function)
  if (typeof again === 'function') again()
  expect(readdirSync(join(dir, 'sub'))).toEqual([])
})

test.each([
  ['of a process that is gone', () => String(deadProcess())],
  ['that holds no number', () => 'not a process'],
  ['that is empty', () => ''],
])('takeLock() takes over a lock %s', (_, content) => {
  const release = takeLock(file)
  if (typeof release === 'function') release()
  writeFileSync(file, content())
  expect(takeLock(file)).toBeInstanceOf(Function)
  expect(readFileSync(file, 'utf8')).toBe(String(process.pid))
})

test('waitForLock() says who has it, and gets it as soon as it is free', async () => {
  const release = takeLock(file)
  const holders: number[] = []
  const waiting = waitForLock(file, pid => {
    holders.push(pid)
    if (typeof release === 'function') release()
  })
  const mine = await waiting
  expect(holders).toEqual([process.pid])
  mine()
})
