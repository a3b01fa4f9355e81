import { type Fault, parseFault } from './fault'

/** The faults of a running cloud, as they are now. */
export interface FaultList {
  /** In the order in which they are drawn. */
  current(): readonly Fault[]
  /** As texts that `replace` takes. */
  texts(): string[]
  /** From the next call on. @throws LocalCloudError `bad-option`; the old ones then stay */
  replace(texts: readonly string[]): void
}

export function openFaultList(given: readonly Fault[]): FaultList {
  let faults = given
  return {
    current: () => faults,
    texts: () => faults.map(formatFault),
    replace(texts) {
      faults = texts.map(parseFault)
    },
  }
}

function formatFault({ functionName, effect, probability }: Fault): string {
  const what =
    effect.kind === 'code' ? effect.errCode : effect.kind === 'latency' ? `+${effect.ms}ms` : effect.kind
  return `${functionName}:${what}${probability === 1 ? '' : `@${probability}`}`
}
