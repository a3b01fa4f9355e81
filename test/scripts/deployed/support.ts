import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { KitRun } from '../support/run-kit'
import { KIT_COMMAND } from '../support/run-kit'

export const ENV = 'test-1a2b3c'

/** Variables of this machine that say where to ask; a test must not find them. */
const NOT_OURS = /^(WECHAT_|ProgramFiles|FORCE_COLOR$)/i

/** A kit command that runs while the test goes on, so that the test can answer it. */
export interface StartedKit {
  end(signal: NodeJS.Signals): void
  done: Promise<KitRun>
}

export function startKit(
  cwd: string,
  args: readonly string[],
  variables: Record<string, string> = {},
): StartedKit {
  const [node, ...kit] = KIT_COMMAND
  const inherited = Object.entries(process.env).filter(([name]) => !NOT_OURS.test(name))
  const child = spawn(node, [...kit, ...args], {
    cwd,
    env: { ...Object.fromEntries(inherited), NO_COLOR: '1', ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const run: KitRun = { exitCode: null, stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', text => {
      run[name] += text
    })
  }
  const done = once(child, 'close').then(([exitCode]) => ({ ...run, exitCode }))
  return { end: signal => void child.kill(signal), done }
}

/** Runs the kit as a user would, with these variables. */
export function kit(
  cwd: string,
  args: readonly string[],
  variables?: Record<string, string>,
): Promise<KitRun> {
  return startKit(cwd, args, variables).done
}

/** What a fake tool is to do; a test changes it between two runs. */
export interface ToolState {
  /** What is deployed: the status, or those of one question after the other. */
  functions: Record<string, string | string[]>
  /** Uploads that do not go well, by name. */
  trouble?: Record<string, 'error' | 'row' | 'silence' | 'hang' | 'creating'>
  /** How the list is printed. @default 'stars' */
  list?: 'stars' | 'table' | 'prose'
}

/** A stand-in for a program that the kit runs. */
export interface FakeTool {
  /** Folder in which it lies. */
  dir: string
  file: string
  /** The arguments of each run, in order. */
  calls(): string[][]
  /** The folders in which it ran. */
  folders(): string[]
  set(state: ToolState): void
  /** Waits until it has been run so. */
  called(...args: string[]): Promise<void>
  /** Ends those that hang and that nobody ends any more. */
  end(): void
}

/** Call once at the top of a test file; fakes are removed after each test. */
export function useFakeTools(): (name: 'cli' | 'npx', state?: ToolState) => FakeTool {
  const dirs: string[] = []
  afterEach(() => {
    for (const dir of dirs.splice(0)) rmSync(dir, { recursive: true, force: true, maxRetries: 3 })
  })
  return (name, state = { functions: {} }) => {
    const dir = mkdtempSync(join(tmpdir(), 'kit tool '))
    dirs.push(dir)
    const tool = openTool(dir, name)
    tool.set(state)
    return tool
  }
}

function openTool(dir: string, name: 'cli' | 'npx'): FakeTool {
  const script = join(__dirname, 'fixtures', `${name}.js`)
  const file = join(dir, process.platform === 'win32' ? (name === 'cli' ? 'cli.bat' : 'npx.cmd') : name)
  const command = `"${process.execPath}" "${script}" "${dir}"`
  writeFileSync(
    file,
    process.platform === 'win32' ? `@${command} %*\r\n` : `#!/bin/sh\nexec ${command} "$@"\n`,
  )
  chmodSync(file, 0o755)
  const log = () => {
    const path = join(dir, 'calls.log')
    const lines = existsSync(path) ? readFileSync(path, 'utf8').trimEnd().split('\n') : []
    return lines.map(line => JSON.parse(line) as { args: string[]; cwd: string })
  }
  const calls = () => log().map(({ args }) => args)
  return {
    dir,
    file,
    calls,
    folders: () => log().map(({ cwd }) => cwd),
    end: () => rmSync(join(dir, 'state.json'), { force: true }),
    set: state => writeFileSync(join(dir, 'state.json'), JSON.stringify(state)),
    async called(...args) {
      while (!calls().some(call => args.every(arg => call.includes(arg)))) {
        await new Promise(resolve => setTimeout(resolve, 10))
      }
    },
  }
}
