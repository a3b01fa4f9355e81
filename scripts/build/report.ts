import pc from 'picocolors'
import { countProblems, formatProblems } from '../cli/print-problems'
import { formatBytes, formatMilliseconds, formatTable } from '../cli/table'
import type { BuildResult } from './build'

/** What a build did, as a developer reads it: findings, a row for each function, one line in the end. */
export function formatBuild(result: BuildResult, milliseconds: number): string {
  const parts = [formatProblems(result.problems)]
  if (result.ok) parts.push(buildTable(result), summary(result, milliseconds))
  else parts.push(`${pc.red('build failed')}: ${countProblems(result.problems)}; dist/ is as it was before`)
  return `${parts.filter(part => part !== '').join('\n\n')}\n`
}

function buildTable({ functions }: BuildResult): string {
  return formatTable(
    [
      { title: 'function' },
      { title: 'code', align: 'right' },
      { title: 'zip', align: 'right' },
      { title: 'openapi' },
    ],
    functions.map(({ name, ownBytes, zipBytes, openapi, withheld }) => [
      name,
      formatBytes(ownBytes),
      zipBytes === undefined ? '-' : formatBytes(zipBytes),
      [...openapi, ...withheld.map(item => `${item} (withheld)`)].join(', ') || '-',
    ]),
  )
}

function summary({ functions, unchanged, problems }: BuildResult, milliseconds: number): string {
  const count = `${functions.length} function${functions.length === 1 ? '' : 's'}`
  const did = unchanged ? `${count} unchanged` : `${count} built to dist/cloudfunctions/`
  const found = countProblems(problems)
  return `${pc.green(did)} in ${formatMilliseconds(milliseconds)}${found ? ` (${found})` : ''}`
}
