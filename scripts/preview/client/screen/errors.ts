import { addGlobalErrorListener, addGlobalWarningListener } from 'glass-easel'
import type { Outer } from '../outer'
import type { App } from './app'

/** Tells of every error that nobody caught, wherever it came from. @returns tells of one more */
export function watchErrors(outer: Outer, app: App): (error: unknown) => void {
  const tell = (error: unknown) => {
    const { message, stack } = textOf(error)
    outer.failed({ message, stack })
    app.tell('onError', `${message}\n${stack}`)
  }
  addGlobalErrorListener(error => {
    tell(error)
    // glass-easel need not print it as well
    return false
  })
  // true of every list until its data is there; the platform says nothing of it
  addGlobalWarningListener(message => !/^The for-list data is neither .* "undefined"/.test(message))
  addEventListener('error', event => {
    if (event.error !== undefined) tell(event.error)
  })
  addEventListener('unhandledrejection', event => {
    app.tell('onUnhandledRejection', { reason: event.reason, promise: event.promise })
    tell(event.reason)
  })
  return tell
}

/** What is thrown need not be an error: `fail` callbacks hand over plain objects. */
function textOf(thrown: unknown): { message: string; stack: string } {
  if (thrown instanceof Error)
    return { message: `${thrown.name}: ${thrown.message}`, stack: thrown.stack ?? '' }
  const message = (thrown as { errMsg?: unknown } | undefined)?.errMsg
  return { message: typeof message === 'string' ? message : String(thrown), stack: '' }
}
