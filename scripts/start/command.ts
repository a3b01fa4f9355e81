import { Command, InvalidArgumentError, Option } from 'commander'
import { findProjectRoot } from '../project/project-root'
import { DATA_DIR, dataDirOf } from './data-dir'
import { serve } from './serve'
import { DEFAULT_PORT } from './start-cloud'

/** The flags of `kit start`, as commander reads them. */
export interface StartFlags {
  data?: string
  reset?: boolean
  port?: number
  env?: string
  openid?: string
  timers?: boolean
  fault: string[]
  seed?: number
  warm?: boolean
  timeout?: number
  errCode?: 'exact' | 'minus-one'
  /** False with `--no-preview`. */
  preview: boolean
}

/** `kit start` */
export function command(): Command {
  return new Command()
    .description(
      'Builds the cloud functions, watches them, and runs them on 127.0.0.1 with the real SDK: no account, no network.\n' +
        'The mini program is shown in a browser, at the address that is printed first.\n' +
        'Database, files and logs are kept between runs. Ctrl-C ends it and leaves no process behind.',
    )
    .option('--data <dir>', `where database, files and logs are kept (default: ${DATA_DIR}/)`)
    .option('--reset', 'begin with an empty database and storage')
    .option(
      '--port <n>',
      `listen here (default: ${DEFAULT_PORT}, or any free port if that is taken)`,
      wholeNumber,
    )
    .option('--no-preview', 'leave out the mini program in the browser')
    .option('--env <id>', 'the environment id that clients must be initialised with')
    .option('--openid <openid>', 'the user who calls when nobody says who')
    .option('--timers', 'let timer triggers run by their cron')
    .addOption(
      new Option(
        '--fault <fault>',
        'let calls fail, such as guestbook:-504003@0.1 or *:+500ms (may be repeated)',
      )
        .argParser(collect)
        .default([], 'none'),
    )
    .option('--seed <n>', 'of the random numbers that faults are drawn with', wholeNumber)
    .option('--warm', 'have a process of each function ready before the first call')
    .option('--timeout <seconds>', 'time limit of a call (default: 3)', seconds)
    .option(
      '--err-code <style>',
      'what errCode holds: exact, or minus-one as some real clients see it',
      errCodeStyle,
    )
    .action(async (flags: StartFlags) => {
      const root = findProjectRoot(process.cwd())
      await serve(root, dataDirOf(root, flags.data), flags)
    })
}

function wholeNumber(text: string): number {
  if (!/^\d{1,10}$/.test(text)) throw new InvalidArgumentError('It takes a whole number.')
  return Number(text)
}

function seconds(text: string): number {
  const value = Number(text)
  if (!(value > 0 && value <= 900))
    throw new InvalidArgumentError('It takes a number of seconds, at most 900.')
  return value
}

function errCodeStyle(text: string): 'exact' | 'minus-one' {
  if (text !== 'exact' && text !== 'minus-one') throw new InvalidArgumentError('It takes exact or minus-one.')
  return text
}

function collect(value: string, before: string[]): string[] {
  return [...before, value]
}
