import pc from 'picocolors'
import { explainStatus } from '../../cloudfunctions/shared/wechat-api/index'
import { formatTable } from '../cli/table'
import type { ComparedFunction, Standing } from './compare'

const COLOR: Record<Standing, (text: string) => string> = {
  active: pc.green,
  changing: pc.yellow,
  failed: pc.red,
  missing: pc.red,
}

/** The table of `kit functions`: a row for each function that is built or deployed. */
export function formatComparison(functions: readonly ComparedFunction[]): string {
  return formatTable(
    [
      { title: 'function' },
      { title: 'status' },
      { title: 'runtime' },
      { title: 'changed (UTC+8)' },
      { title: 'built' },
      { title: '' },
    ],
    functions.map(item => [
      item.name,
      COLOR[item.standing](item.status ?? 'missing'),
      item.runtime ?? '-',
      item.changedAt ? inChina(item.changedAt) : '-',
      item.built ? 'yes' : 'no',
      remark(item),
    ]),
  )
}

/** What is wrong with a function; empty if nothing is. */
export function remark({ standing, status, reasons = [], built }: ComparedFunction): string {
  if (standing === 'missing') return 'built, and not deployed'
  const extra = built ? [] : ['extra: deployed, and not built here']
  const trouble =
    standing === 'active' ? [] : [explainStatus({ status: status ?? '', status_reason: reasons }).en]
  return [...extra, ...trouble].join('; ')
}

/** `2 active, 1 failed, 1 missing, 1 extra` */
export function countStandings(functions: readonly ComparedFunction[]): string {
  const counts: [string, number][] = (['active', 'changing', 'failed', 'missing'] as const).map(standing => [
    standing,
    functions.filter(item => item.standing === standing).length,
  ])
  counts.push(['extra', functions.filter(({ built }) => !built).length])
  return counts.flatMap(([word, count]) => (count > 0 ? [`${count} ${word}`] : [])).join(', ') || 'none'
}

const HOURS_8 = 8 * 3_600_000

/** `2021-07-29 14:41:43`, as the cloud console shows it. */
function inChina(date: Date): string {
  return new Date(date.getTime() + HOURS_8).toISOString().slice(0, 19).replace('T', ' ')
}
