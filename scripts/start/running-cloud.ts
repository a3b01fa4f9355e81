import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { CloudStatus, LocalCloud } from '../local-cloud'
import { writeWhole } from '../project/write-whole'

/** A cloud answers this at once; what takes longer is none, or hangs. */
const PATIENCE_MS = 2000

/** What `fetch` fails with where nobody is, where nobody answers in time, and where somebody else answers. */
const NO_CLOUD = new Set(['TypeError', 'TimeoutError', 'SyntaxError'])

interface State {
  url: string
  pid: number
}

/**
 * Leaves word in the data folder that a cloud runs on it.
 *
 * @returns takes the word back
 */
export function announceCloud(dataDir: string, { url }: LocalCloud): () => void {
  const file = stateFile(dataDir)
  const state: State = { url, pid: process.pid }
  mkdirSync(dirname(file), { recursive: true })
  writeWhole(file, `${JSON.stringify(state)}\n`)
  return () => rmSync(file, { force: true })
}

/** The cloud that runs on a data folder, or undefined. Word of a cloud that was killed counts for nothing. */
export async function findRunningCloud(dataDir: string): Promise<CloudStatus | undefined> {
  const state = readState(stateFile(dataDir))
  if (!state) return undefined
  const status = await askStatus(state.url)
  return status?.cloud === 'wx-cloud-kit' && status.pid === state.pid ? status : undefined
}

async function askStatus(url: string): Promise<CloudStatus | undefined> {
  try {
    const response = await fetch(`${url}/local/status`, { signal: AbortSignal.timeout(PATIENCE_MS) })
    return response.ok ? ((await response.json()) as CloudStatus) : undefined
  } catch (error) {
    if (NO_CLOUD.has((error as Error).name)) return undefined
    throw error
  }
}

function readState(file: string): State | undefined {
  if (!existsSync(file)) return undefined
  try {
    const { url, pid } = JSON.parse(readFileSync(file, 'utf8')) as Partial<State>
    const own = typeof url === 'string' && /^http:\/\/127\.0\.0\.1:\d{1,5}$/.test(url)
    return own && typeof pid === 'number' ? { url, pid } : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function stateFile(dataDir: string): string {
  return join(dataDir, 'cloud.json')
}
