/** A line longer than this is cut into several, so that output without line ends cannot fill the memory. */
const MAX_LINE = 64 * 1024

/**
 * Cuts chunks of text into lines and hands each line to `onLine`, without its line end.
 *
 * @returns `push` for each chunk, `flush` for what is left when the stream ends
 */
export function splitLines(onLine: (line: string) => void): { push(chunk: string): void; flush(): void } {
  let rest = ''
  return {
    push(chunk) {
      const lines = (rest + chunk).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) onLine(line.endsWith('\r') ? line.slice(0, -1) : line)
      while (rest.length > MAX_LINE) {
        onLine(rest.slice(0, MAX_LINE))
        rest = rest.slice(MAX_LINE)
      }
    },
    flush() {
      if (rest !== '') onLine(rest)
      rest = ''
    },
  }
}
