/** A table as `console.table()` draws it: its columns, and of each row the cell of each column. */
export interface ConsoleTable {
  columns: string[]
  rows: Record<string, string>[]
}

/** Every table in a program's output. Texts lose the quotes that `console.table()` puts around them. */
export function readConsoleTables(output: string): ConsoleTable[] {
  const tables: ConsoleTable[] = []
  let open: ConsoleTable | undefined
  for (const line of output.split(/\r?\n/)) {
    const text = line.trim()
    if (text.startsWith('┌')) open = { columns: [], rows: [] }
    else if (text.startsWith('└')) {
      if (open) tables.push(open)
      open = undefined
    } else if (open && text.startsWith('│')) {
      const cells = text.slice(1, -1).split('│').map(unquoted)
      if (open.columns.length === 0) open.columns = cells
      else
        open.rows.push(Object.fromEntries(open.columns.map((column, index) => [column, cells[index] ?? ''])))
    }
  }
  return tables
}

function unquoted(cell: string): string {
  return cell.trim().replace(/^'(.*)'$/, '$1')
}
