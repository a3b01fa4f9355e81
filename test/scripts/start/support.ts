import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { KIT_COMMAND } from '../support/run-kit'

/** A `kit start` that runs. */
export interface RunningKit {
  child: ChildProcess
  url: string
  /** Everything that it has printed until now. */
  output(): string
  /** Waits until it has printed something like this. */
  printed(pattern: RegExp): Promise<void>
  /** As Ctrl-C does. */
  end(signal?: NodeJS.Signals): Promise<number | null>
}

/** Starts `kit start` in a project; what still runs after a test is ended. */
export function useStart(): (root: string, ...args: string[]) => Promise<RunningKit> {
  const children: ChildProcess[] = []
  afterEach(async () => {
    for (const child of children.splice(0)) await end(child, 'SIGINT')
  })
  return async (root, ...args) => {
    const [node, ...kit] = KIT_COMMAND
    const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined }
    const child = spawn(node, [...kit, 'start', ...args], {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    children.push(child)
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', text => {
        output += text
      })
    }
    const printed = async (pattern: RegExp) => {
      while (!pattern.test(output)) {
        if (child.exitCode !== null) throw new Error(`kit start ended with ${child.exitCode}:\n${output}`)
        await new Promise(resolve => setTimeout(resolve, 10))
      }
    }
    await printed(/Ctrl-C ends it/)
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0] ?? ''
    return { child, url, output: () => output, printed, end: (signal = 'SIGINT') => end(child, signal) }
  }
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  const exit = once(child, 'exit')
  child.kill(signal)
  await exit
  return child.exitCode
}
