import { utcTime, zoneOffset } from './time-zone'

const DAY = 86_400_000

/** The fields of an instant as a calendar of some zone shows them. */
export interface Calendar {
  year: number
  /** 1 to 12 */
  month: number
  dayOfMonth: number
  /** 1 to 366 */
  dayOfYear: number
  /** 1 (Sunday) to 7 */
  dayOfWeek: number
  /** 0 to 53: weeks begin on Sunday, days before the first Sunday are week 0 */
  week: number
  /** 1 (Monday) to 7 */
  isoDayOfWeek: number
  isoWeek: number
  isoWeekYear: number
  hour: number
  minute: number
  second: number
  millisecond: number
  /** minutes ahead of UTC */
  offset: number
}

export function calendarOf(date: Date, zone = 'UTC'): Calendar {
  const offset = zoneOffset(zone, date.getTime())
  const local = new Date(date.getTime() + offset * 60_000)
  const year = local.getUTCFullYear()
  const today = utcTime(year, local.getUTCMonth() + 1, local.getUTCDate())
  const dayOfYear = Math.round((today - utcTime(year, 1, 1)) / DAY) + 1
  const weekday = local.getUTCDay()
  // the Thursday of a week decides to which year the week belongs
  const thursday = new Date(today + (4 - (weekday || 7)) * DAY)
  const isoWeekYear = thursday.getUTCFullYear()
  return {
    year,
    month: local.getUTCMonth() + 1,
    dayOfMonth: local.getUTCDate(),
    dayOfYear,
    dayOfWeek: weekday + 1,
    week: Math.floor((dayOfYear + 6 - weekday) / 7),
    isoDayOfWeek: weekday || 7,
    isoWeek: Math.floor(Math.round((thursday.getTime() - utcTime(isoWeekYear, 1, 1)) / DAY) / 7) + 1,
    isoWeekYear,
    hour: local.getUTCHours(),
    minute: local.getUTCMinutes(),
    second: local.getUTCSeconds(),
    millisecond: local.getUTCMilliseconds(),
    offset,
  }
}

/** Midnight (as if in UTC) of a day that is given by ISO week. */
export function isoWeekTime(isoWeekYear: number, isoWeek: number, isoDayOfWeek: number): number {
  const fourth = utcTime(isoWeekYear, 1, 4) // always in week 1
  const monday = fourth - ((new Date(fourth).getUTCDay() || 7) - 1) * DAY
  return monday + ((isoWeek - 1) * 7 + isoDayOfWeek - 1) * DAY
}
