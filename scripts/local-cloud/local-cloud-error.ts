/** Every reason for which the local cloud refuses to start, or to do what its owner asks of it. */
export type LocalCloudErrorCode =
  | 'no-functions' // the folder of built functions is not there
  | 'bad-option' // an option has a value that means nothing
  | 'bad-file' // a file that it reads (rules, variables of functions) is wrong
  | 'port-taken' // another program listens on the port that was asked for
  | 'no-trigger' // a function has no timer trigger to fire
  | 'unknown-function' // no built function has that name

/** What the local cloud throws at the program that started it. Answers to calls are never thrown, see `CallFailure`. */
export class LocalCloudError extends Error {
  override readonly name = 'LocalCloudError'

  constructor(
    readonly code: LocalCloudErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}
