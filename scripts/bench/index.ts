import { Command, Option } from 'commander'
import { KitError } from '../project/kit-error'

/** Every benchmark, by name. Each prints its own table and says whether its targets were met. */
const BENCHMARKS: Record<string, () => { run: (options: BenchOptions) => Promise<boolean> }> = {
  build: () => require('./build'),
  'local-cloud': () => require('./local-cloud'),
  preview: () => require('./preview'),
  templates: () => require('./templates'),
}

export interface BenchOptions {
  /** How often each row is measured; the median counts. */
  runs: number
}

/** `kit bench` */
export function command(): Command {
  return new Command()
    .description(
      'Measures whole processes, the kit and its peers in the same run, and prints medians and ratios.',
    )
    .argument('[names...]', `what to measure: ${Object.keys(BENCHMARKS).join(', ')} (default: all)`)
    .addOption(new Option('--runs <n>', 'how often each row is measured').default(5).argParser(Number))
    .option('--strict', 'exit with 1 if a target is missed')
    .action(run)
}

async function run(names: string[], { runs, strict }: { runs: number; strict?: boolean }): Promise<void> {
  if (!Number.isInteger(runs) || runs < 1) throw new KitError('usage', '--runs takes a whole number from 1')
  for (const name of names.length > 0 ? names : Object.keys(BENCHMARKS)) {
    const load = BENCHMARKS[name]
    if (!load) {
      throw new KitError(
        'usage',
        `there is no benchmark "${name}"; there are: ${Object.keys(BENCHMARKS).join(', ')}`,
      )
    }
    const met = await load().run({ runs })
    if (!met && strict) process.exitCode = 1
  }
}
