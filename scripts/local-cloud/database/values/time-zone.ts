import { requestFailed } from '../database-error'

const OFFSET = /^([+-])(\d{2}):?(\d{2})?$/
const formatters = new Map<string, Intl.DateTimeFormat>()

/**
 * Minutes that a zone is ahead of UTC at an instant.
 * @param zone `+08:00`, `+0800`, `+08`, `UTC`, `GMT`, `Z`, or an Olson name such as `Asia/Shanghai`
 * @param instant milliseconds since 1970
 */
export function zoneOffset(zone: string, instant: number): number {
  if (['UTC', 'GMT', 'Z'].includes(zone)) return 0
  const [, sign, hours, minutes = '0'] = OFFSET.exec(zone) ?? []
  if (sign) return (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1)
  const parts = Object.fromEntries(
    formatterFor(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  )
  const field = (name: string) => Number(parts[name])
  const local = utcTime(
    field('year'),
    field('month'),
    field('day'),
    field('hour'),
    field('minute'),
    field('second'),
  )
  return Math.round((local - Math.floor(instant / 1000) * 1000) / 60_000)
}

/** As `Date.UTC`, without its special treatment of the years 0 to 99. Months count from 1. */
export function utcTime(
  year: number,
  month: number,
  day: number,
  hour = 0,
  minute = 0,
  second = 0,
  millisecond = 0,
): number {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  date.setUTCHours(hour, minute, second, millisecond)
  return date.getTime()
}

/** The instant at which the clocks of `zone` show `local` (milliseconds, read as if they were UTC). */
export function fromLocal(local: number, zone: string): number {
  const guess = local - zoneOffset(zone, local) * 60_000
  return local - zoneOffset(zone, guess) * 60_000
}

function formatterFor(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone)
  if (known) return known
  try {
    const formatter = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    formatters.set(zone, formatter)
    return formatter
  } catch (error) {
    if (error instanceof RangeError)
      throw requestFailed(`unrecognized time zone identifier: "${zone}"`, { cause: error })
    throw error
  }
}
