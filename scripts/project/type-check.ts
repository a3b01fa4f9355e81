import { spawn } from 'node:child_process'
import { join, relative } from 'node:path'
import { KitError } from './kit-error'
import { packageMend } from './missing-package'
import type { Problem } from './problem'

const FINDING = /^(.+?)\((\d+),(\d+)\): error (TS\d+): (.*)$/
const GENERAL = /^error (TS\d+): (.*)$/

/**
 * Type-checks parts of the project (`cloudfunctions`, `miniprogram`, ...) with the project's own `tsc`, beside
 * whatever else goes on. Always from scratch (0.5 s a part): TypeScript 7.0 misses changes of global declarations
 * otherwise.
 */
export async function typeCheck(root: string, ...parts: string[]): Promise<Problem[]> {
  const problems = await runTsc(root, ['--build', ...parts, '--force'])
  return problems.map(problem => {
    const mend = packageMend(root, problem)
    return mend === undefined ? problem : { ...problem, mend }
  })
}

/**
 * Runs the project's own `tsc`.
 *
 * @param args beside `--pretty false`
 */
export async function runTsc(root: string, args: readonly string[]): Promise<Problem[]> {
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  const child = spawn(process.execPath, [tsc, ...args, '--pretty', 'false'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout.setEncoding('utf8').on('data', text => {
    output += text
  })
  child.stderr.setEncoding('utf8').on('data', text => {
    output += text
  })
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
  const problems = readTscOutput(root, output)
  if (exitCode !== 0 && problems.length === 0) {
    throw new KitError(
      'tool-failed',
      `tsc ${args.join(' ')} ended with ${exitCode}: ${output.trim() || 'no output'}`,
    )
  }
  return problems
}

/** Turns what `tsc --pretty false` prints into problems; an indented line belongs to the one before it. */
export function readTscOutput(root: string, output: string): Problem[] {
  const problems: Problem[] = []
  for (const line of output.split(/\r?\n/)) {
    const last = problems.at(-1)
    const finding = FINDING.exec(line)
    const general = GENERAL.exec(line)
    if (finding) {
      const [, file = '', lineNumber, column, code, message] = finding
      problems.push({
        severity: 'error',
        rule: 'type-error',
        message: `${message} (${code})`,
        file: fromRoot(root, file),
        line: Number(lineNumber),
        column: Number(column),
      })
    } else if (general) {
      problems.push({ severity: 'error', rule: 'type-error', message: `${general[2]} (${general[1]})` })
    } else if (last && /^\s+\S/.test(line)) {
      last.message += `\n${line}`
    }
  }
  return problems
}

function fromRoot(root: string, file: string): string {
  return relative(root, join(root, file)).replaceAll('\\', '/')
}
