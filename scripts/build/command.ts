import { Command } from 'commander'
import { startProgress } from '../cli/progress'
import { findProjectRoot } from '../project/project-root'
import { type BuildOptions, type BuildResult, build } from './build'
import { formatBuild } from './report'
import { watchAndBuild } from './watch'

interface Flags {
  watch?: boolean
  json?: boolean
  zip: boolean
  sourcemap: boolean
  types: boolean
}

/** `kit build` */
export function command(): Command {
  return new Command()
    .description(
      'Bundles, checks and packages cloud functions: dist/cloudfunctions/<name>/ for DevTools, dist/packages/<name>.zip.\n' +
        'A missing openapi permission (-604101 at run time) is an error here. A failed build leaves dist/ as it was.',
    )
    .argument('[names...]', 'functions to build (default: all)')
    .option('-w, --watch', 'build again whenever a source changes')
    .option('--json', 'print the result as JSON')
    .option('--no-zip', 'write no dist/packages/')
    .option('--sourcemap', 'write dist/maps/, which maps errors back to TypeScript', true)
    .option('--no-sourcemap', 'write no dist/maps/')
    .option('--no-types', 'skip the type-check')
    .action(run)
}

async function run(names: string[], flags: Flags): Promise<void> {
  const { zip, sourcemap, types } = flags
  const options: BuildOptions = { root: findProjectRoot(process.cwd()), names, zip, sourcemap, types }
  const print = (result: BuildResult, milliseconds: number) =>
    process.stdout.write(flags.json ? formatJson(result, milliseconds) : formatBuild(result, milliseconds))
  if (flags.watch) return await watch(options, print)

  const started = performance.now()
  const progress = startProgress()
  try {
    const result = await build({ ...options, onProgress: progress.say })
    progress.done()
    print(result, performance.now() - started)
    process.exitCode = result.ok ? 0 : 1
  } finally {
    progress.done()
  }
}

/** Ends with Ctrl-C. */
async function watch(
  options: BuildOptions,
  print: (result: BuildResult, milliseconds: number) => void,
): Promise<void> {
  await watchAndBuild(options, print, error => {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  })
}

function formatJson({ ok, unchanged, functions, problems }: BuildResult, milliseconds: number): string {
  return `${JSON.stringify({ ok, unchanged, milliseconds: Math.round(milliseconds), functions, problems }, null, 2)}\n`
}
