import { Command } from 'commander'
import pc from 'picocolors'
import { countProblems, formatProblems } from '../cli/print-problems'
import { startProgress } from '../cli/progress'
import { hasErrors } from '../project/problem'
import { findProjectRoot } from '../project/project-root'
import { type CheckResult, check } from './check'
import { fixConfigs } from './fix'

interface Flags {
  fix?: boolean
  json?: boolean
  types: boolean
}

/** `kit check` */
export function command(): Command {
  return new Command()
    .description(
      'Finds what would go wrong at run time: openapi permissions that config.json lacks (-604101), broken\n' +
        'configuration, a contract that does not match, type errors of the functions, secrets that would be uploaded.',
    )
    .option('--fix', 'write the openapi names that the code calls into config.json')
    .option('--json', 'print the result as JSON')
    .option('--no-types', 'skip the type-check')
    .action(run)
}

async function run(flags: Flags): Promise<void> {
  const root = findProjectRoot(process.cwd())
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
