const LINES_AROUND = 2
const MAX_WIDTH = 110
const TAB = '  '

/**
 * The lines around a place in a text, with a mark below it:
 *
 * ```
 *    11 | const code = await find(id)
 *  > 12 | return code.scene.length
 *       |             ^
 * ```
 *
 * @param line counted from 1
 * @param column counted from 1
 */
export function codeFrame(text: string, line: number, column: number): string {
  const lines = text.split(/\r?\n/)
  const first = Math.max(1, line - LINES_AROUND)
  const last = Math.min(lines.length, line + LINES_AROUND)
  const digits = String(last).length
  const rows: string[] = []
  for (let number = first; number <= last; number++) {
    const source = lines[number - 1] ?? ''
    const start = number === line ? windowStart(source, column) : 0
    const shown = source.slice(start, start + MAX_WIDTH).replaceAll('\t', TAB)
    rows.push(`${number === line ? '>' : ' '} ${String(number).padStart(digits)} | ${shown}`.trimEnd())
    if (number !== line) continue
    const before = source.slice(start, column - 1).replaceAll('\t', TAB)
    rows.push(`  ${' '.repeat(digits)} | ${' '.repeat(before.length)}^`)
  }
  return rows.join('\n')
}

/** Of a line that is too wide, the part around the column. */
function windowStart(source: string, column: number): number {
  return column < MAX_WIDTH ? 0 : Math.min(column, source.length) - MAX_WIDTH / 2
}
