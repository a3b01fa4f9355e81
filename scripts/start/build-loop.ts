import pc from 'picocolors'
import { type BuildResult, watchAndBuild } from '../build'
import { countProblems, formatProblems } from '../cli/print-problems'
import { formatMilliseconds } from '../cli/table'

/**
 * Builds a project again and again, and prints what each build found. Resolves after the first.
 *
 * @returns ends it
 */
export async function startBuilding(
  root: string,
  { onBuilt, print }: { onBuilt: () => void; print: (text: string) => void },
): Promise<() => Promise<void>> {
  let isFirst = true
  let firstDone = () => {}
  const first = new Promise<void>(resolve => {
    firstDone = resolve
  })
  const stop = await watchAndBuild(
    { root },
    (result, milliseconds) => {
      // what a build found that had nothing to do was printed before
      const text = result.unchanged && !isFirst ? '' : describeBuild(result, milliseconds)
      isFirst = false
      if (text !== '') print(text)
      if (result.ok) onBuilt()
      firstDone()
    },
    error => {
      print(`${pc.red('error')} ${error instanceof Error ? error.message : error}`)
      firstDone()
    },
  )
  await first
  return stop
}

/** Short, for it stands between the lines of running functions; nothing for a build that had nothing to do. */
function describeBuild({ ok, unchanged, functions, problems }: BuildResult, milliseconds: number): string {
  const found = formatProblems(problems)
  if (!ok) return `${found}\n${pc.red('build failed')}: ${countProblems(problems)}; what ran before runs on`
  const count = `${functions.length} function${functions.length === 1 ? '' : 's'}`
  const done = unchanged ? '' : `${pc.green('built')} ${count} in ${formatMilliseconds(milliseconds)}`
  return [found, done].filter(part => part !== '').join('\n')
}
