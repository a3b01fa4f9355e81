/** One column of a picker. */
export interface Wheel {
  items: readonly string[]
  index: number
}

/** The least and the greatest number of a column, where the columns before it stand as they do. */
type Bounds = (before: readonly number[]) => readonly [number, number]

interface Columns {
  value: readonly number[]
  /** What may be picked, from the first to the last, both included. */
  first: readonly number[]
  last: readonly number[]
  bounds: readonly Bounds[]
}

const two = (value: number) => String(value).padStart(2, '0')

/** Hours and minutes from `start` to `end`, all three `hh:mm`. */
export function timeColumns(value: string, start: string, end: string): Wheel[] {
  return columnsOf({
    value: partsOf(value, ':'),
    first: partsOf(start || '00:00', ':'),
    last: partsOf(end || '23:59', ':'),
    bounds: [() => [0, 23], () => [0, 59]],
  })
}

export function timeOf(columns: readonly Wheel[], indexes: readonly number[]): string {
  return textsAt(columns, indexes).join(':')
}

/** Years, months and days as far as `fields` (`year`, `month`, `day`) goes. Dates are `YYYY-MM-DD`. */
export function dateColumns(value: string, start: string, end: string, fields: string, today: Date): Wheel[] {
  const now = [today.getFullYear(), today.getMonth() + 1, today.getDate()] as const
  const [startYear, startMonth, startDay] = partsOf(start, '-')
  const [endYear, endMonth, endDay] = partsOf(end, '-')
  const bounds: Bounds[] = [
    () => [0, 9999],
    () => [1, 12],
    ([year = 0, month = 1]) => [1, new Date(year, month, 0).getDate()],
  ]
  const given = partsOf(value, '-')
  return columnsOf({
    value: now.map((part, at) => given[at] || part),
    first: [startYear || 1900, startMonth || 1, startDay || 1],
    last: [endYear || now[0] + 100, endMonth || 12, endDay || 31],
    bounds: bounds.slice(0, fields === 'year' ? 1 : fields === 'month' ? 2 : 3),
  })
}

export function dateOf(columns: readonly Wheel[], indexes: readonly number[]): string {
  return textsAt(columns, indexes).join('-')
}

function columnsOf({ value, first, last, bounds }: Columns): Wheel[] {
  const chosen: number[] = []
  return bounds.map((boundsOf, column) => {
    const isAt = (limit: readonly number[]) => chosen.every((part, at) => part === limit[at])
    const [least, greatest] = boundsOf(chosen)
    const from = isAt(first) ? Math.max(least, first[column] ?? least) : least
    const to = isAt(last) ? Math.min(greatest, last[column] ?? greatest) : greatest
    const part = Math.max(Math.min(value[column] ?? 0, to), from)
    chosen.push(part)
    // an end before the start leaves one
    return { items: numbers(from, Math.max(from, to)).map(two), index: part - from }
  })
}

function partsOf(text: string, separator: string): number[] {
  return text.split(separator).map(part => Number(part) || 0)
}

function textsAt(columns: readonly Wheel[], indexes: readonly number[]): string[] {
  return columns.map(({ items }, at) => items[indexes[at] ?? 0] ?? '')
}

function numbers(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at)
}
