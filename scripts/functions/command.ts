import { join } from 'node:path'
import { Command, InvalidArgumentError, Option } from 'commander'
import { readManifest } from '../build'
import { untilEndSignal } from '../cli/end-signal'
import { startProgress } from '../cli/progress'
import {
  ASKED,
  type Asked,
  allActive,
  compare,
  defaultAsked,
  environmentOf,
  openQuestion,
  untilSettled,
  VERSIONS,
  type Version,
} from '../deployed'
import { KitError } from '../project/kit-error'
import { findProjectRoot } from '../project/project-root'
import { formatJson, formatReport, type Report } from './report'

interface Flags {
  env?: string
  version?: Version
  search?: string
  via?: Asked
  json?: boolean
  watch?: boolean
  interval: number
}

/** `kit functions` */
export function command(): Command {
  return new Command()
    .description(
      'Shows what is deployed beside what was built: status, runtime, and why a function failed.\n' +
        'Exit code 0 if all are Active; 1 if one is not, or is built and not deployed.',
    )
    .option('--env <id>', 'id of the cloud environment (default: the one in miniprogram/env.ts)')
    .addOption(
      new Option('--version <version>', 'take the environment of this version')
        .choices(VERSIONS)
        .default('develop'),
    )
    .option('--search <text>', 'only functions with this in their name')
    .addOption(
      new Option(
        '--via <way>',
        'whom to ask (default: provider if WECHAT_COMPONENT_* variables are set, else devtools)',
      ).choices(ASKED),
    )
    .option('--json', 'print the result as JSON')
    .option('-w, --watch', 'ask again until all are Active or failed; Ctrl-C ends it')
    .option('--interval <seconds>', 'with --watch: seconds between two questions', seconds, 5)
    .addHelpText('after', HELP)
    .action(run)
}

const HELP = `
provider  asks getCloudFunctionList. WeChat allows that to third-party platforms only, with their
          component_access_token; an ordinary mini program cannot call it. Variables:
          WECHAT_COMPONENT_APPID, WECHAT_COMPONENT_APPSECRET and WECHAT_COMPONENT_VERIFY_TICKET,
          or WECHAT_COMPONENT_ACCESS_TOKEN.
devtools  asks the command line of WeChat DevTools (cloud functions list, cloud functions info), for everyone
          else. It tells neither when a function was changed nor why it failed, and the format of its
          answers is undocumented. WECHAT_DEVTOOLS_CLI names it where it is not found.`

async function run(flags: Flags): Promise<void> {
  const root = findProjectRoot(process.cwd())
  const env = environmentOf(root, flags)
  const via = flags.via ?? defaultAsked()
  const built = builtNames(root, flags.search)
  const ending = new AbortController()
  if (flags.watch) untilEndSignal().then(() => ending.abort())
  const { signal } = ending
  const ask = openQuestion({ root, env, via, search: flags.search, signal })

  const progress = startProgress()
  progress.say(`asking ${via} what is deployed in ${env}`)
  const asking = flags.watch
    ? untilSettled({
        ask,
        built,
        intervalMs: flags.interval * 1000,
        signal,
        onWait: waiting =>
          progress.say(
            `waiting for ${waiting.map(({ name, status }) => `${name} (${status ?? 'missing'})`).join(', ')}; Ctrl-C ends it`,
          ),
      })
    : ask().then(deployed => compare(built, deployed))
  const functions = await asking
    .catch((error: unknown) => {
      // the tool that was asked has been ended too
      if (signal.aborted && error instanceof KitError) return undefined
      throw error
    })
    .finally(progress.done)
  process.exitCode = 1
  if (!functions) return
  const report: Report = { env, via, ok: allActive(functions), functions }
  process.stdout.write(flags.json ? formatJson(report) : formatReport(report))
  if (report.ok) process.exitCode = 0
}

/** @throws KitError `not-configured` if nothing was built yet */
function builtNames(root: string, search = ''): string[] {
  const manifest = readManifest(join(root, 'dist'))
  if (!manifest) {
    throw new KitError(
      'not-configured',
      'nothing was built yet, so there is nothing to compare with: npm run build',
    )
  }
  const wanted = search.toLowerCase()
  return manifest.functions.map(({ name }) => name).filter(name => name.toLowerCase().includes(wanted))
}

function seconds(text: string): number {
  const value = Number(text)
  if (!(value > 0 && value <= 3600))
    throw new InvalidArgumentError('It takes a number of seconds, at most 3600.')
  return value
}
