import { setTimeout as sleep } from 'node:timers/promises'

/** Waits; a signal ends it early, which is no error. */
export async function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  try {
    await sleep(milliseconds, undefined, { signal })
  } catch (error) {
    if ((error as Error).name !== 'AbortError') throw error
  }
}
