import { KitError } from '../project/kit-error'
import { DEVTOOLS_VARIABLE, findDevTools } from './find-devtools'
import { runProgram } from './run-program'

/** The command line of WeChat DevTools, for one project. */
export interface DevTools {
  /** Path of the command line. */
  file: string
  /**
   * Runs a command for the project.
   *
   * @returns what it printed
   * @throws KitError `tool-failed` with the end of what it printed
   */
  run(args: readonly string[], timeoutMs?: number): Promise<string>
  /** The whole command line, for people. */
  describe(args: readonly string[]): string
}

/** Starting DevTools takes half a minute, and a list another. */
const TIMEOUT_MS = 120_000

const ADVICE = `DevTools must be running and logged in, with Settings > Security > Service Port on, and project.config.json must hold your own AppID`

/** @throws KitError `tool-missing` */
export function openDevTools(root: string, signal?: AbortSignal): DevTools {
  const file = findDevTools()
  const withProject = (args: readonly string[]) => [...args, '--project', root]
  return {
    file,
    async run(args, timeoutMs = TIMEOUT_MS) {
      const { exitCode, output } = await runProgram(file, withProject(args), {
        cwd: root,
        timeoutMs,
        signal,
        ifMissing: `set ${DEVTOOLS_VARIABLE} to the command line of WeChat DevTools`,
      })
      const failure = devToolsFailure(exitCode, output)
      if (failure === undefined) return output
      throw new KitError('tool-failed', `cli ${args.slice(0, 3).join(' ')} failed: ${failure}\n${ADVICE}`)
    },
    describe: args => [file, ...withProject(args)].map(shown).join(' '),
  }
}

/**
 * Why a run of the command line failed, or undefined if it did not.
 *
 * Documented is the exit code, 0 for success. It is not enough: public projects saw 0 for uploads that failed, with
 * `[error]` or a crossed line in the output, or with no output at all.
 */
export function devToolsFailure(exitCode: number | null, output: string): string | undefined {
  const text = output.trim()
  if (text === '') return `exit code ${exitCode ?? 'none'}, and nothing printed`
  if (exitCode === 0 && !/^\s*(\[error\]|[×✖✗])/m.test(text)) return undefined
  return `exit code ${exitCode ?? 'none'}\n${endOf(text)}`
}

const MAX_LINES = 20
const MAX_CHARACTERS = 2000

/** The last lines of an output, which tell most. */
export function endOf(text: string): string {
  return text.trim().split(/\r?\n/).slice(-MAX_LINES).join('\n').slice(-MAX_CHARACTERS)
}

/** An argument as a person would type it. */
export function shown(argument: string): string {
  return /^[\w@%+=:,./\\-]+$/.test(argument) ? argument : `"${argument}"`
}
