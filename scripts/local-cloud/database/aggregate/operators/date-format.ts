import { requestFailed } from '../../database-error'
import { type Calendar, isoWeekTime } from '../../values/calendar'
import { fromLocal, utcTime } from '../../values/time-zone'

/** https://www.mongodb.com/docs/manual/reference/operator/aggregation/dateToString/ */
export const DEFAULT_FORMAT = '%Y-%m-%dT%H:%M:%S.%LZ'

const pad = (value: number, digits: number) => String(value).padStart(digits, '0')

const SPECIFIERS: Record<string, (calendar: Calendar) => string> = {
  Y: ({ year }) => pad(year, 4),
  m: ({ month }) => pad(month, 2),
  d: ({ dayOfMonth }) => pad(dayOfMonth, 2),
  H: ({ hour }) => pad(hour, 2),
  M: ({ minute }) => pad(minute, 2),
  S: ({ second }) => pad(second, 2),
  L: ({ millisecond }) => pad(millisecond, 3),
  j: ({ dayOfYear }) => pad(dayOfYear, 3),
  w: ({ dayOfWeek }) => String(dayOfWeek),
  u: ({ isoDayOfWeek }) => String(isoDayOfWeek),
  U: ({ week }) => pad(week, 2),
  V: ({ isoWeek }) => pad(isoWeek, 2),
  G: ({ isoWeekYear }) => pad(isoWeekYear, 4),
  z: ({ offset }) =>
    `${sign(offset)}${pad(Math.floor(Math.abs(offset) / 60), 2)}${pad(Math.abs(offset) % 60, 2)}`,
  Z: ({ offset }) => `${sign(offset)}${pad(Math.abs(offset), 3)}`,
  '%': () => '%',
}

function sign(offset: number): string {
  return offset < 0 ? '-' : '+'
}

export function formatDate(calendar: Calendar, format: string): string {
  return format.replace(/%([\s\S]?)/g, (_, letter: string) => {
    const specifier = SPECIFIERS[letter]
    if (!specifier) throw requestFailed(`Invalid format character '%${letter}' in format string`)
    return specifier(calendar)
  })
}

/**
 * Reads a date; `undefined` if the text does not fit.
 * Without a format: ISO 8601, the day alone or with a time and a zone. The server reads more forms than these.
 * @param zone of the clock that the text shows, unless the text names one itself
 */
export function parseDate(
  text: string,
  format: string | undefined,
  zone: string | undefined,
): Date | undefined {
  const parts = format === undefined ? ISO.exec(text)?.groups : matchFormat(text, format)
  if (!parts) return undefined
  if (zone !== undefined && parts.zone) {
    throw requestFailed(
      `you cannot pass in a date/time string with time zone information ('${parts.zone}') together with a timezone argument`,
    )
  }
  const number = (name: string, fallback: number) =>
    parts[name] === undefined ? fallback : Number(parts[name])
  const day =
    parts.isoYear === undefined
      ? utcTime(number('year', 1970), number('month', 1), number('day', 1))
      : isoWeekTime(number('isoYear', 1970), number('isoWeek', 1), number('isoDay', 1))
  if (parts.isoYear === undefined && new Date(day).getUTCMonth() + 1 !== number('month', 1)) return undefined
  const millisecond = Number(`0.${parts.fraction ?? '0'}`) * 1000
  const local =
    day +
    ((number('hour', 0) * 60 + number('minute', 0)) * 60 + number('second', 0)) * 1000 +
    Math.floor(millisecond)
  return new Date(fromLocal(local, parts.zone ?? zone ?? 'UTC'))
}

const ISO =
  /^(?<year>\d{4})-(?<month>0[1-9]|1[0-2])-(?<day>0[1-9]|[12]\d|3[01])(?:[T ](?<hour>[01]\d|2[0-3]):(?<minute>[0-5]\d)(?::(?<second>[0-5]\d|60)(?:[.,](?<fraction>\d+))?)?\s?(?<zone>Z|[+-]\d{2}:?(?:\d{2})?)?)?$/

const PATTERNS: Record<string, string> = {
  Y: '(?<year>\\d{4})',
  m: '(?<month>0[1-9]|1[0-2])',
  d: '(?<day>0[1-9]|[12]\\d|3[01])',
  H: '(?<hour>[01]\\d|2[0-3])',
  M: '(?<minute>[0-5]\\d)',
  S: '(?<second>[0-5]\\d|60)',
  L: '(?<fraction>\\d{3})',
  G: '(?<isoYear>\\d{4})',
  V: '(?<isoWeek>0[1-9]|[1-4]\\d|5[0-3])',
  u: '(?<isoDay>[1-7])',
  z: '(?<zone>Z|[+-]\\d{2}:?\\d{2})',
  '%': '%',
}

function matchFormat(text: string, format: string): Record<string, string | undefined> | undefined {
  const seen = new Set<string>()
  const pattern = format.replace(/%([\s\S]?)|[\s\S]/g, (character: string, letter?: string) => {
    if (letter === undefined) return character.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
    const specifier = PATTERNS[letter]
    if (!specifier || seen.has(letter))
      throw requestFailed(`Invalid format character '%${letter}' in format string`)
    if (letter !== '%') seen.add(letter)
    return specifier
  })
  return new RegExp(`^${pattern}$`).exec(text)?.groups ?? undefined
}
