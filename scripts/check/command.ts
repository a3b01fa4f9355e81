import { Command, Option } from 'commander'
import pc from 'picocolors'
import { untilEndSignal } from '../cli/end-signal'
import { countProblems, formatProblems } from '../cli/print-problems'
import { startProgress } from '../cli/progress'
import { formatMilliseconds } from '../cli/table'
import { hasErrors } from '../project/problem'
import { findProjectRoot } from '../project/project-root'
import { type CheckResult, check } from './check'
import { fixConfigs } from './fix'
import { watchAndCheck } from './watch'

interface Flags {
  fix?: boolean
  json?: boolean
  watch?: boolean
  types: boolean
}

/** `kit check` */
export function command(): Command {
  return new Command()
    .description(
      'Finds what would go wrong at run time: openapi permissions that config.json lacks (-604101), broken ' +
        'configuration, a contract that does not match, type errors, secrets that would be uploaded.\n' +
        'In the mini program: broken templates, styles, scripts and JSON; names that the data, the methods or the ' +
        'components do not have; files, pages and components that are missing or not used; packages over 2 MB.',
    )
    .option('--fix', 'write the openapi names that the code calls into config.json')
    .option('--json', 'print the result as JSON')
    .option('--no-types', 'skip the type-check of functions, scripts and templates')
    .addOption(
      new Option('--watch', 'check again after each change, only what changed').conflicts(['fix', 'json']),
    )
    .action(run)
}

async function run(flags: Flags): Promise<void> {
  const root = findProjectRoot(process.cwd())
  if (flags.watch) return watch(root, flags)
  const progress = startProgress()
  try {
    progress.say('checking')
    let result = await check(root, flags)
    const fixed = flags.fix ? fixConfigs(root, result.functions) : []
    if (fixed.length > 0) result = await check(root, flags)
    progress.done()
    process.stdout.write(flags.json ? formatJson(result, fixed) : formatCheck(result, fixed))
    process.exitCode = hasErrors(result.problems) ? 1 : 0
  } finally {
    progress.done()
  }
}

/** Until Ctrl-C. */
async function watch(root: string, flags: Flags): Promise<void> {
  const stop = await watchAndCheck(
    root,
    flags,
    (result, milliseconds) => {
      const { length } = result.checked
      const anew = length > 0 ? `, ${length} template${length === 1 ? ' or style' : 's and styles'} anew` : ''
      process.stdout.write(
        `${formatCheck(result, [])}${pc.dim(`in ${formatMilliseconds(milliseconds)}${anew}`)}\n`,
      )
    },
    error => process.stdout.write(`${pc.red('error')} ${error instanceof Error ? error.message : error}\n`),
  )
  await untilEndSignal()
  await stop()
}

function formatCheck({ functions, problems }: CheckResult, fixed: readonly string[]): string {
  const found = countProblems(problems)
  const count = `${functions.length} function${functions.length === 1 ? '' : 's'}`
  const parts = [
    ...fixed.map(file => `${pc.green('fixed')} ${file}`),
    formatProblems(problems),
    hasErrors(problems)
      ? `${pc.red('check failed')}: ${found}`
      : `${pc.green(`${count} checked`)}${found ? ` (${found})` : ''}`,
  ]
  return `${parts.filter(part => part !== '').join('\n')}\n`
}

function formatJson({ functions, problems }: CheckResult, fixed: readonly string[]): string {
  const names = functions.map(({ name, openapi, withheld }) => ({ name, openapi, withheld }))
  return `${JSON.stringify({ ok: !hasErrors(problems), fixed, functions: names, problems }, null, 2)}\n`
}
