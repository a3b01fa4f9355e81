/** A line that says what is going on, shown only on a terminal and only when it takes long. */
export interface Progress {
  say(text: string): void
  /** Removes the line. Always call it, so that the prompt comes back clean. */
  done(): void
}

const SHOW_AFTER_MS = 500

/** A progress line on `stream`; silent where that is not a terminal. */
export function startProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
  if (!stream.isTTY) return { say: () => {}, done: () => {} }
  let text = ''
  let shown = false
  const draw = () => {
    shown = true
    stream.write(`\r\u001b[2K${text}`)
  }
  const timer = setTimeout(draw, SHOW_AFTER_MS)
  return {
    say(next) {
      text = next
      if (shown) draw()
    },
    done() {
      clearTimeout(timer)
      if (shown) stream.write('\r\u001b[2K')
    },
  }
}
