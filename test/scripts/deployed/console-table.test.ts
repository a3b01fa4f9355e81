import { execFileSync } from 'node:child_process'
import { readConsoleTables } from '../../../scripts/deployed'

/** What `console.table()` of this Node.js prints. */
function drawn(data: unknown): string {
  const code = 'console.table(JSON.parse(process.argv[1]))'
  return execFileSync(process.execPath, ['-e', code, JSON.stringify(data)], { encoding: 'utf8' })
}

test('readConsoleTables() reads what console.table() draws', () => {
  const output = `- preparing\n${drawn({ login: { status: 'Active', timeout: 3 }, logs: { status: 'Updating', timeout: 20 } })}√ done\n`
  expect(readConsoleTables(output)).toEqual([
    {
      columns: ['(index)', 'status', 'timeout'],
      rows: [
        { '(index)': 'login', status: 'Active', timeout: '3' },
        { '(index)': 'logs', status: 'Updating', timeout: '20' },
      ],
    },
  ])
})

test('readConsoleTables() reads a table of older versions of Node.js, which centre their cells', () => {
  const output = [
    '┌─────────┬────────────┐',
    '│ (index) │    size    │',
    '├─────────┼────────────┤',
    "│  TOTAL  │ '957.6 KB' │",
    '└─────────┴────────────┘',
  ].join('\r\n')
  expect(readConsoleTables(output)).toEqual([
    { columns: ['(index)', 'size'], rows: [{ '(index)': 'TOTAL', size: '957.6 KB' }] },
  ])
})

test('readConsoleTables() keeps several tables apart, and leaves one that is cut off', () => {
  const output = drawn(['a']) + drawn(['b', 'c']) + drawn(['d']).split('\n').slice(0, 3).join('\n')
  expect(readConsoleTables(output).map(({ rows }) => rows.map(row => row.Values))).toEqual([
    ['a'],
    ['b', 'c'],
  ])
})

test('readConsoleTables() finds none in plain text', () => {
  expect(readConsoleTables('* login\n* logs\n| a | b |')).toEqual([])
})
