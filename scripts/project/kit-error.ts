/** Every reason for which a command of the kit can end without doing its work. */
export type KitErrorCode =
  | 'usage' // the command line was not understood
  | 'not-a-project' // no kit project at or above the current folder
  | 'unknown-function' // a name that no cloud function has
  | 'exists' // something would be overwritten
  | 'in-use' // a file or folder is held by another program
  | 'tool-failed' // a tool the kit runs (tsc, esbuild, rspack) ended without an answer

/** The one error the kit throws on purpose. The command line prints its message without a stack. */
export class KitError extends Error {
  override readonly name = 'KitError'

  constructor(
    readonly code: KitErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}
