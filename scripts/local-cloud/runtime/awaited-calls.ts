/** The calls that a running call has made and that still wait for an instance. */
export interface AwaitedCalls {
  /**
   * @param describe what the call waits for, in words for the log
   * @returns to be called when it waits no longer
   */
  add(describe: () => string): () => void
  /** What is waited for at this moment; undefined if nothing is. */
  describe(): string | undefined
}

export function openAwaitedCalls(): AwaitedCalls {
  const waiting = new Set<() => string>()
  return {
    add(describe) {
      waiting.add(describe)
      return () => void waiting.delete(describe)
    },
    describe() {
      // many calls of one function wait for the same
      const texts = new Set([...waiting].map(describe => describe()))
      return texts.size > 0 ? [...texts].join('; ') : undefined
    },
  }
}
