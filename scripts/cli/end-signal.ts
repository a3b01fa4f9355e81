const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Resolves when the process is told to end: by Ctrl-C, by `kill`, by a terminal that closes. A second time ends it at
 * once.
 */
export function untilEndSignal(): Promise<void> {
  return new Promise(resolve => {
    for (const signal of SIGNALS) {
      process.once(signal, () => {
        for (const again of SIGNALS) process.on(again, () => process.exit(1))
        resolve()
      })
    }
  })
}
