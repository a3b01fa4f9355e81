import { spawnSync } from 'node:child_process'

/** Runs a whole process and gives its wall time in milliseconds. Its output is shown if it fails. */
export function timeProcess(command: string, args: readonly string[], cwd: string): number {
  const started = performance.now()
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  })
  const milliseconds = performance.now() - started
  if (error) throw error
  if (status !== 0)
    throw new Error(
      `${command} ${args.join(' ')} ended with ${status}:\n${`${stdout}${stderr}`.slice(0, 2_000)}`,
    )
  return milliseconds
}

/** What a process prints on its standard output, as a number. */
export function numberFromProcess(
  command: string,
  args: readonly string[],
  cwd: string,
  environment: Readonly<Record<string, string>> = {},
): number {
  const env = { ...process.env, ...environment }
  const { stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8', env })
  const value = Number(stdout.trim())
  if (stdout.trim() === '' || Number.isNaN(value))
    throw new Error(`${command} printed no number:\n${stdout}${stderr}`)
  return value
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2
}

/** The median of several rounds; `prepare` is not counted. */
export function medianOf(runs: number, measure: () => number, prepare: () => void = () => {}): number {
  return median(
    Array.from({ length: runs }, () => {
      prepare()
      return measure()
    }),
  )
}
