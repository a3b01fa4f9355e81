import type { ServerState } from './client/problems'
import type { Program } from './program'
import { respond } from './respond'

/** Server-sent events: the state of the program at once, and again after each change. */
export function stateStream(program: Program, signal: AbortSignal): Response {
  const encoder = new TextEncoder()
  let end = () => {}
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (state: ServerState) => {
        controller.enqueue(encoder.encode(`retry: 500\ndata: ${JSON.stringify(state)}\n\n`))
      }
      end = program.onChange(send)
      signal.addEventListener('abort', () => end())
      send(program.state())
    },
    cancel: () => end(),
  })
  return respond('text/event-stream', stream)
}
