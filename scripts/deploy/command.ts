import { Command, Option } from 'commander'
import pc from 'picocolors'
import { untilEndSignal } from '../cli/end-signal'
import { startProgress } from '../cli/progress'
import { formatMilliseconds } from '../cli/table'
import { environmentOf, VERSIONS, type Version } from '../deployed'
import { findProjectRoot } from '../project/project-root'
import { type Deployment, deploy } from './deploy'
import { STATE_DIR } from './record'
import { formatDeployment, formatDryRun, formatNotBuilt, formatPlan, isSuccess } from './report'
import { WAYS, type WayName } from './way'

interface Flags {
  env?: string
  version?: Version
  via: WayName
  all?: boolean
  dryRun?: boolean
}

/** `kit deploy` */
export function command(): Command {
  return new Command()
    .description(
      'Builds and checks the functions, uploads those that have changed, then compares what is deployed with what was built.\n' +
        'Stops at the first that fails; the next run goes on from there.',
    )
    .argument('[names...]', 'functions to upload (default: all)')
    .addOption(new Option('--via <way>', 'how to upload').choices(WAYS).default('devtools'))
    .option('--env <id>', 'id of the cloud environment (default: the one in miniprogram/env.ts)')
    .addOption(
      new Option('--version <version>', 'take the environment of this version')
        .choices(VERSIONS)
        .default('develop'),
    )
    .option('--all', 'upload what has not changed, too')
    .option('--dry-run', 'build, print every command and request, and upload nothing')
    .addHelpText('after', HELP)
    .action(run)
}

const HELP = `
devtools   the command line of WeChat DevTools, on macOS and Windows; WECHAT_DEVTOOLS_CLI names it elsewhere.
           By the documentation DevTools is the only tool that applies the openapi permissions in config.json;
           that its command line does so as well is inferred.
cloudbase  CloudBase CLI by npx, anywhere; log in once with its "tcb login". Does NOT apply permissions.
provider   the APIs for third-party platforms, with their credentials in WECHAT_COMPONENT_* and
           WECHAT_AUTHORIZER_*; sets the permissions too. An ordinary mini program cannot call them.

What has changed is told by dist/manifest.json and ${STATE_DIR}/deployed.json, which knows the uploads from this
machine only. The comparison in the end goes by name, status and time: nobody tells what code is deployed.
Exit code 0 if everything went up; 1 if something did not, or went up and is not Active.`

async function run(names: string[], { dryRun, ...flags }: Flags): Promise<void> {
  const root = findProjectRoot(process.cwd())
  const env = environmentOf(root, flags)
  const ending = new AbortController()
  if (!dryRun) untilEndSignal().then(() => ending.abort())

  let progress = startProgress()
  const print = (text: string) => {
    progress.done()
    process.stdout.write(text)
    progress = startProgress()
  }
  const deployment: Deployment = await deploy({
    ...{ root, env, names, dryRun, via: flags.via, all: flags.all, signal: ending.signal },
    onProgress: doing => progress.say(doing),
    onPlan: plan => print(`${formatPlan(plan, env)}\n`),
    onUploaded: (name, took) => print(`${pc.green('uploaded')} ${name} in ${formatMilliseconds(took)}\n`),
  }).finally(() => progress.done())

  if (deployment.is === 'not-built') {
    process.stderr.write(formatNotBuilt(deployment))
    process.exitCode = 1
  } else if (deployment.is === 'planned') {
    process.stdout.write(formatPlan(deployment.plan, env) + formatDryRun(deployment))
  } else {
    process.stdout.write(`\n${formatDeployment(deployment)}`)
    process.exitCode = isSuccess(deployment) ? 0 : 1
  }
}
