import { type ComparedFunction, compare } from './compare'
import type { DeployedState } from './deployed-function'
import { pause } from './pause'

export interface UntilSettledOptions {
  ask(): Promise<DeployedState[]>
  /** Names of what was built. */
  built: readonly string[]
  /** Between an answer and the next question. */
  intervalMs: number
  /** Stops with what was known last. */
  signal?: AbortSignal
  /** Which functions still count; all by default. */
  isAwaited?: (name: string) => boolean
  /** Told what it waits for, after each answer. */
  onWait?: (waiting: readonly ComparedFunction[]) => void
}

/**
 * Asks until every function is active or failed. One that is missing is waited for too: it may be on its way.
 *
 * @returns the last comparison; undefined if the signal came before the first
 */
export async function untilSettled({
  ask,
  built,
  intervalMs,
  signal,
  isAwaited = () => true,
  onWait,
}: UntilSettledOptions): Promise<ComparedFunction[] | undefined> {
  let last: ComparedFunction[] | undefined
  while (!signal?.aborted) {
    last = compare(built, await ask())
    const waiting = last.filter(
      ({ name, standing }) => isAwaited(name) && (standing === 'changing' || standing === 'missing'),
    )
    if (waiting.length === 0) break
    onWait?.(waiting)
    await pause(intervalMs, signal)
  }
  return last
}
