/** Every reason for which a command of the kit can end without doing its work. */
export type KitErrorCode =
  | 'usage' // the command line was not understood
  | 'not-a-project' // no kit project at or above the current folder
  | 'unknown-function' // a name that no cloud function has
  | 'exists' // something would be overwritten
  | 'in-use' // a file or folder is held by another program
  | 'tool-failed' // a tool or a service the kit uses (tsc, esbuild, DevTools, WeChat) gave no answer
  | 'tool-missing' // a program that the kit runs is not on this machine
  | 'not-configured' // an environment id or credentials, which only the owner has, are missing

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
