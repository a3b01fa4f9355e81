/** One column of a picker. */
export interface Wheel {
  items: readonly string[]
  index: number
}

const two = (value: number) => String(value).padStart(2, '0')

/** Hours and minutes, the hours limited to those from `start` to `end` (`hh:mm`). */
export function timeColumns(value: string, start: string, end: string): Wheel[] {
  const [hour = 0, minute = 0] = value.split(':').map(Number)
  const hours = numbers(0, 23)
  return [
    {
      items: hours.map(two),
      index: clamp(hour || 0, Number(start.slice(0, 2)) || 0, end ? Number(end.slice(0, 2)) : 23),
    },
    { items: numbers(0, 59).map(two), index: clamp(minute || 0, 0, 59) },
  ]
}

export function timeOf([hour = 0, minute = 0]: readonly number[]): string {
  return `${two(hour)}:${two(minute)}`
}

/** Years, months and days as far as `fields` (`year`, `month`, `day`) goes. Dates are `YYYY-MM-DD`. */
export function dateColumns(value: string, start: string, end: string, fields: string, today: Date): Wheel[] {
  const [year, month, day] = value.split('-').map(Number)
  const years = numbers(
    Number(start.slice(0, 4)) || 1900,
    Number(end.slice(0, 4)) || today.getFullYear() + 100,
  )
  const first = years[0] ?? 0
  const columns = [
    { items: years.map(String), index: clamp((year || today.getFullYear()) - first, 0, years.length - 1) },
    { items: numbers(1, 12).map(two), index: clamp((month || today.getMonth() + 1) - 1, 0, 11) },
    { items: numbers(1, 31).map(two), index: clamp((day || today.getDate()) - 1, 0, 30) },
  ]
  return columns.slice(0, fields === 'year' ? 1 : fields === 'month' ? 2 : 3)
}

/** A day that the month does not have becomes its last. */
export function dateOf(columns: readonly Wheel[], indexes: readonly number[]): string {
  const [year = '', month, day] = columns.map((column, at) => column.items[indexes[at] ?? 0] ?? '')
  if (month === undefined) return year
  if (day === undefined) return `${year}-${month}`
  const last = new Date(Number(year), Number(month), 0).getDate()
  return `${year}-${month}-${two(Math.min(Number(day), last))}`
}

function numbers(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at)
}

function clamp(value: number, from: number, to: number): number {
  return Math.min(Math.max(value, from), to)
}
