/** A column of a table; numbers are set flush right. */
export interface Column {
  title: string
  align?: 'left' | 'right'
}

const GAP = '  '

/** A plain table for a terminal. Wide characters (Chinese, for one) take two cells, as terminals draw them. */
export function formatTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const widths = columns.map(({ title }, index) =>
    Math.max(...[title, ...rows.map(row => row[index] ?? '')].map(cellWidth)),
  )
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, index) => pad(cell, widths[index] ?? 0, columns[index]?.align ?? 'left'))
      .join(GAP)
      .trimEnd()
  return [line(columns.map(({ title }) => title)), ...rows.map(line)].join('\n')
}

/** `1.04 MB`, `259 kB`, `812 B`: decimal units, as the platform counts its limits. */
export function formatBytes(bytes: number): string {
  if (bytes >= 1e6) return `${(bytes / 1e6).toFixed(2)} MB`
  return bytes >= 1000 ? `${(bytes / 1000).toFixed(1)} kB` : `${bytes} B`
}

/** `1.24 s`, `87 ms` */
export function formatMilliseconds(milliseconds: number): string {
  return milliseconds >= 1000 ? `${(milliseconds / 1000).toFixed(2)} s` : `${Math.round(milliseconds)} ms`
}

// the escape character starts every colour code
const COLOR_CODES = new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'g')
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/

function cellWidth(text: string): number {
  return [...text.replace(COLOR_CODES, '')].reduce((width, char) => width + (WIDE.test(char) ? 2 : 1), 0)
}

function pad(text: string, width: number, align: 'left' | 'right'): string {
  const space = ' '.repeat(Math.max(0, width - cellWidth(text)))
  return align === 'right' ? space + text : text + space
}
