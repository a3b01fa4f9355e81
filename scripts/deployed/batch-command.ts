import { KitError } from '../project/kit-error'

/** A program with its arguments, as `spawn()` takes it. */
export interface Spawnable {
  file: string
  args: string[]
  /** To add to the environment. */
  env: Record<string, string>
  windowsVerbatimArguments: boolean
}

/** Whether only `cmd.exe` can run it: Node.js refuses to without a shell, since quoting for it is easily got wrong. */
export function isBatchFile(file: string): boolean {
  return /\.(bat|cmd)$/i.test(file)
}

/**
 * How to run a batch file (`cli.bat`, `npx.cmd`) so that no argument is read as a command.
 *
 * The command line names variables only, each in quotes, and the values travel in the environment: `cmd.exe` puts them
 * in once and does not look for `%` in them again, and in quotes `&`, `|`, `^` and brackets mean nothing. What remains
 * is the quote itself, which no Windows path and none of our arguments holds.
 *
 * @param comSpec path of `cmd.exe`
 * @throws KitError `usage` for a value that holds a quote or a line break
 */
export function batchCommand(file: string, args: readonly string[], comSpec: string): Spawnable {
  const values = [file, ...args]
  const wrong = values.find(value => /["\r\n\0]/.test(value) || value === '')
  if (wrong !== undefined) {
    throw new KitError(
      'usage',
      `cannot pass ${JSON.stringify(wrong)} to ${file}: no quotes, no line breaks, not empty`,
    )
  }
  const name = (index: number) => `KIT_ARGUMENT_${index}`
  const line = values.map((_, index) => `"%${name(index)}%"`).join(' ')
  return {
    file: comSpec,
    args: ['/d', '/v:off', '/s', '/c', `"${line}"`],
    // a backslash before the closing quote would take the quote for its own
    env: Object.fromEntries(values.map((value, index) => [name(index), value.replace(/\\+$/, '$&$&')])),
    windowsVerbatimArguments: true,
  }
}
