import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { KitError } from './kit-error'

/**
 * Takes a lock that a file stands for, or tells who has it.
 *
 * The file holds the id of the process, so that the lock of a process that was killed is taken over at once.
 *
 * @returns a function that gives the lock back, or the process id of the holder
 */
export function takeLock(file: string): (() => void) | number {
  mkdirSync(dirname(file), { recursive: true })
  for (;;) {
    if (create(file)) return () => rmSync(file, { force: true })
    const content = readIfThere(file)
    if (content === undefined) continue
    const holder = Number(content)
    if (isAlive(holder)) return holder
    discard(file, content)
  }
}

/** Linking a file that is already written, so that nobody ever reads a lock without its holder. */
function create(file: string): boolean {
  const mine = `${file}.${process.pid}`
  writeFileSync(mine, String(process.pid))
  try {
    linkSync(mine, file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(mine, { force: true })
  }
}

/** Undefined when the holder gave it back in the meantime. */
function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** Signal 0 only asks. EPERM means that it lives and belongs to somebody else. */
function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Renames before deleting: of two processes that find the same dead lock, only one gets it away. */
function discard(file: string, content: string): void {
  const away = `${file}.${process.pid}.dead`
  try {
    renameSync(file, away)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  if (readFileSync(away, 'utf8') === content) rmSync(away)
  else renameSync(away, file)
}

const WAIT_MS = 50
const PATIENCE_MS = 60_000

/**
 * Takes a lock, waiting for whoever has it.
 *
 * @param onWait told the holder's process id, again and again
 * @throws KitError `in-use` after a minute
 */
export async function waitForLock(file: string, onWait: (pid: number) => void): Promise<() => void> {
  for (let waited = 0; ; waited += WAIT_MS) {
    const taken = takeLock(file)
    if (typeof taken === 'function') return taken
    if (waited >= PATIENCE_MS) {
      throw new KitError('in-use', `process ${taken} has held ${file} for a minute; if it hangs, end it`)
    }
    onWait(taken)
    await new Promise(resolve => setTimeout(resolve, WAIT_MS))
  }
}
