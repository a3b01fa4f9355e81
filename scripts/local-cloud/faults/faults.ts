import type { Fault } from './fault'

/** What faults do to one call. */
export interface Injury {
  /** All latencies that hit, together. */
  delayMs: number
  /** The first that hits and makes the call fail. */
  failure?: { kind: 'code'; errCode: number } | { kind: 'timeout' }
}

/** Draws what happens to a call of a function: every fault that fits is drawn, in the order they were given. */
export function drawInjury(faults: readonly Fault[], functionName: string, random: () => number): Injury {
  const injury: Injury = { delayMs: 0 }
  for (const fault of faults) {
    if (fault.functionName !== '*' && fault.functionName !== functionName) continue
    if (random() >= fault.probability) continue
    if (fault.effect.kind === 'latency') injury.delayMs += fault.effect.ms
    else injury.failure ??= fault.effect
  }
  return injury
}
