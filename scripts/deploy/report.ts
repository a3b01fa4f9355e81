import pc from 'picocolors'
import { countProblems, formatProblems } from '../cli/print-problems'
import { formatComparison } from '../deployed'
import type { Comparison } from './compare-after'
import type { Deployment, Plan } from './deploy'
import { isComplete, type Uploads } from './upload-all'

/** What an upload by this way does and does not do, and what is to come. */
export function formatPlan({ way, changed, unchanged, problems }: Plan, env: string): string {
  const found = problems.length > 0 ? `${formatProblems(problems)}\n\n` : ''
  const rest = unchanged.length > 0 ? `; unchanged since the last upload: ${unchanged.join(', ')}` : ''
  const names = changed.map(({ name }) => name).join(', ') || 'nothing'
  return `${found}${way.notes.map(note => pc.dim(note)).join('\n')}\nto ${env}: ${pc.bold(names)}${rest}\n`
}

/** Everything that would be run, sent or written. */
export function formatDryRun({
  plan: { way, changed },
  afterwards,
}: Extract<Deployment, { is: 'planned' }>): string {
  const uploads = changed.flatMap(built => way.describe(built))
  return `${['', ...(way.first ?? []), ...uploads, ...afterwards, '', pc.yellow('dry run: nothing was uploaded')].join('\n')}\n`
}

/** How it went; the worst last, nearest to the prompt. */
export function formatDeployment(deployment: Extract<Deployment, { is: 'uploaded' }>): string {
  return `${[formatComparisonPart(deployment.comparison), formatUploads(deployment.uploads)].join('\n\n')}\n`
}

/** Why nothing was uploaded. */
export function formatNotBuilt({ build: { problems } }: Extract<Deployment, { is: 'not-built' }>): string {
  return `${formatProblems(problems)}\n\n${pc.red('nothing was uploaded')}: ${countProblems(problems)}\n`
}

/** Whether everything went up, and is Active as far as that is known. */
export function isSuccess({ plan, uploads, comparison }: Extract<Deployment, { is: 'uploaded' }>): boolean {
  if (!isComplete(uploads)) return false
  if ('unknown' in comparison) return true
  const asked = new Set([...uploads.uploaded, ...plan.unchanged])
  return comparison.functions.every(({ name, standing }) => standing === 'active' || !asked.has(name))
}

function formatComparisonPart(comparison: Comparison): string {
  if ('unknown' in comparison) {
    return `${pc.yellow('what is deployed was not compared')} with what was built: ${comparison.unknown}`
  }
  const { functions, differences, via } = comparison
  const sum =
    differences.length === 0
      ? pc.green(`deployed is what was built, by name and status, says ${via}`)
      : [pc.yellow(`deployed and built differ, says ${via}:`), ...differences.map(line => `  ${line}`)].join(
          '\n',
        )
  return `${formatComparison(functions)}\n\n${sum}`
}

function formatUploads(uploads: Uploads): string {
  const { uploaded, failed, notTried } = uploads
  const up = uploaded.length > 0 ? `${pc.green('uploaded')}: ${uploaded.join(', ')}` : 'uploaded: nothing'
  const lines = [up]
  if (failed) lines.push(`${pc.red('failed')}: ${failed.name}: ${failed.reason}`)
  if (notTried.length > 0) lines.push(`${pc.red('not tried')}: ${notTried.join(', ')}`)
  if (!isComplete(uploads)) lines.push('the next run goes on where this one stopped')
  return lines.join('\n')
}
