import { Cron } from 'croner'

/** Timer triggers are read in UTC+8, whatever the clock of the function says. */
export const CRON_TIME_ZONE = 'Asia/Shanghai'

const FIELDS = [
  { name: 'second', low: 0, high: 59 },
  { name: 'minute', low: 0, high: 59 },
  { name: 'hour', low: 0, high: 23 },
  { name: 'day', low: 1, high: 31 },
  { name: 'month', low: 1, high: 12, words: 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ') },
  { name: 'weekday', low: 0, high: 6, words: 'SUN MON TUE WED THU FRI SAT'.split(' ') },
  { name: 'year', low: 1970, high: 2099 },
] as const

/**
 * What is wrong with a trigger's cron expression, or undefined if nothing is.
 *
 * Seven fields (second minute hour day month weekday year) with `,` `-` `*` `/` only.
 * https://developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloud/guide/functions/triggers.md
 */
export function cronProblem(expression: string): string | undefined {
  const fields = expression.trim().split(/\s+/)
  if (fields.length !== FIELDS.length) {
    return `a cron has 7 fields (second minute hour day month weekday year), "${expression}" has ${fields.length}`
  }
  for (const [index, { name, low, high, ...rest }] of FIELDS.entries()) {
    const names: readonly string[] = 'words' in rest ? rest.words : []
    for (const part of (fields[index] ?? '').split(',')) {
      if (!isPart(part, low, high, names))
        return `"${part}" is not ${name === 'hour' ? 'an' : 'a'} ${name} (${low}-${high}, and , - * / only)`
    }
  }
  return undefined
}

function isPart(part: string, low: number, high: number, names: readonly string[]): boolean {
  const match = /^(\*|[A-Z]+|\d+)(?:-([A-Z]+|\d+))?(?:\/(\d+))?$/i.exec(part)
  if (!match) return false
  const [, from = '', to, step] = match
  if (step !== undefined && Number(step) === 0) return false
  if (from === '*') return to === undefined
  const start = fieldValue(from, low, names)
  const end = to === undefined ? start : fieldValue(to, low, names)
  return start >= low && end <= high && start <= end
}

/** NaN for a word that the field does not know, so that every comparison with it fails. */
function fieldValue(text: string, low: number, names: readonly string[]): number {
  if (/^\d+$/.test(text)) return Number(text)
  const index = names.indexOf(text.toUpperCase())
  return index < 0 ? Number.NaN : index + low
}

/** The schedule of a valid expression; day and weekday are OR-ed, as the platform does. */
export function cronSchedule(expression: string): Cron {
  return new Cron(expression, { timezone: CRON_TIME_ZONE, paused: true, domAndDow: false })
}
