import { requestFailed } from '../../database-error'

/** Moves a boundary of `$bucketAuto` to the next number of a series: strictly up or strictly down, 0 stays. */
export interface Rounder {
  up(value: number): number
  down(value: number): number
}

const powersOfTwo: Rounder = {
  up: value => (value === 0 ? 0 : 2 ** (Math.floor(Math.log2(value)) + 1)),
  down: value => (value === 0 ? 0 : 2 ** (Math.ceil(Math.log2(value)) - 1)),
}

/** https://en.wikipedia.org/wiki/E_series_of_preferred_numbers; from E48 on the numbers follow the formula, but for one. */
const eSeries = (count: number) =>
  Array.from({ length: count }, (_, index) => Math.round(100 * 10 ** (index / count)))
const E192 = eSeries(192).map(number => (number === 919 ? 920 : number))

/** https://en.wikipedia.org/wiki/Renard_series, as the server takes them. */
const SERIES: Record<string, readonly number[]> = {
  R5: [10, 16, 25, 40, 63],
  R10: [100, 125, 160, 200, 250, 315, 400, 500, 630, 800],
  R20: [100, 112, 125, 140, 160, 180, 200, 224, 250, 280, 315, 355, 400, 450, 500, 560, 630, 710, 800, 900],
  R40: [
    100, 106, 112, 118, 125, 132, 140, 150, 160, 170, 180, 190, 200, 212, 224, 236, 250, 265, 280, 300, 315,
    355, 375, 400, 425, 450, 475, 500, 530, 560, 600, 630, 670, 710, 750, 800, 850, 900, 950,
  ],
  R80: [
    103, 109, 115, 122, 128, 136, 145, 155, 165, 175, 185, 195, 206, 218, 230, 243, 258, 272, 290, 307, 325,
    345, 365, 387, 412, 437, 462, 487, 515, 545, 575, 615, 650, 690, 730, 775, 825, 875, 925, 975,
  ],
  '1-2-5': [10, 20, 50],
  E6: [10, 15, 22, 33, 47, 68],
  E12: [10, 12, 15, 18, 22, 27, 33, 39, 47, 56, 68, 82],
  E24: [10, 11, 12, 13, 15, 16, 18, 20, 22, 24, 27, 30, 33, 36, 39, 43, 47, 51, 56, 62, 68, 75, 82, 91],
  E48: eSeries(48),
  E96: eSeries(96),
  E192,
}

/** @throws DatabaseError for a name that is no granularity */
export function granularityOf(name: unknown): Rounder {
  if (name === 'POWERSOF2') return powersOfTwo
  const series = typeof name === 'string' && Object.hasOwn(SERIES, name) ? SERIES[name] : undefined
  if (!series) throw requestFailed(`Unknown rounding granularity '${name}'`)
  return {
    up: value => (value === 0 ? 0 : Math.min(...near(value, series).filter(number => number > value))),
    down: value => (value === 0 ? 0 : Math.max(...near(value, series).filter(number => number < value))),
  }
}

/** The numbers of the series in the decades around a value. */
function near(value: number, series: readonly number[]): number[] {
  const decade = Math.floor(Math.log10(value / (series[0] as number)))
  return [decade - 1, decade, decade + 1].flatMap(power =>
    series.map(number => (power < 0 ? number / 10 ** -power : number * 10 ** power)),
  )
}
