/** Something that keeps the mini program from running, or from running on. */
export interface ShownProblem {
  message: string
  /** From the root of the project, with `/`. */
  file?: string
  /** Counted from 1, as `column` is. */
  line?: number
  column?: number
  /** The lines around, with their numbers. */
  frame?: readonly { number: number; text: string }[]
  /** What to do about it. */
  mend?: string
}

/** What the server says when a preview connects, and after each change. */
export interface ServerState {
  /** Unlike that of any other run of the server. */
  server: string
  /** Grows with every compilation that changed more than styles; 0 until one succeeded. */
  build: number
  /** Grows with every change of styles. */
  styles: number
  /** Of the latest compilation; if there are any, an older one runs on. */
  problems: readonly ShownProblem[]
}
