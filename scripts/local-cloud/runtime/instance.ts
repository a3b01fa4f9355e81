import { type ChildProcess, fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { followInstance } from './instance-log'
import type { LogSink } from './log-event'
import { type Outcome, outcomeReason } from './outcome'
import type { ScfContext } from './scf-context'

const MAIN_MODULE = join(__dirname, 'instance-process.js')
/** Enough of what a dying Node prints to name the reason. */
const OUT_OF_MEMORY = /heap out of memory|Allocation failed/

export interface InstanceOptions {
  functionName: string
  /** Real path of the package's folder: stack traces show real paths. */
  packageDir: string
  /** Where packages that the function declares are installed. */
  modulesDir: string
  /** The whole environment of the process. */
  environment: Readonly<Record<string, string>>
  memoryMb: number
  /** How long the process may take to start and load the function. */
  loadLimitMs: number
  /** The working folder; never one of the build's, which Windows could not replace then. */
  workDir: string
  log: LogSink
}

/** One call, as it goes to the process. */
export interface InstanceCall {
  requestId: string
  /** JSON */
  event: string
  context: ScfContext
  variables: Readonly<Record<string, string>>
  timeLimitMs: number
  /** What keeps the call waiting at this moment, in words for the log, if that is not the function itself. */
  waitsFor(): string | undefined
}

/** A process that runs one function, one call at a time. */
export interface Instance {
  /** Resolves when calls can be made: the function is loaded, or the process failed to load it and calls will say so. */
  readonly ready: Promise<void>
  call(call: InstanceCall): Promise<Outcome>
  /** Ends the process at once. Resolves when it is gone. */
  stop(): Promise<void>
  /** Called once, when the process can take no more calls, whatever the reason. */
  onEnd(listener: () => void): void
}

interface Pending {
  requestId: string
  end(outcome: Outcome, memoryBytes?: number): void
}

type Message =
  | { loaded: true }
  | ({ requestId: string; memory: number } & ({ reply: string } | { error: string }))

/**
 * Starts a process for a function and has it load the function. Loading has a time limit of its own and does not count
 * for the first call, as with SCF's limit for the initialisation.
 */
export function startInstance(options: InstanceOptions): Instance {
  const { functionName, memoryMb, loadLimitMs, log } = options
  const startedAt = performance.now()
  const marker = `${randomBytes(12).toString('hex')} `
  const child = startProcess(options, marker)
  let outOfMemory = false
  const output = followInstance(functionName, marker, streamsOf(child), event => {
    if (event.kind === 'line' && OUT_OF_MEMORY.test(event.text)) outOfMemory = true
    log(event)
  })

  let pending: Pending | undefined
  /** How the process ended, or will end in a moment. */
  let failure: Outcome | undefined
  let initMs: number | undefined
  let markReady = () => {}
  const ready = new Promise<void>(resolve => {
    markReady = resolve
  })
  const gone = new Promise<void>(resolve => {
    child.on('error', error => log({ kind: 'notice', text: `${functionName}: ${error.message}` }))
    // 'close' comes after the last output, 'exit' may come before it
    child.on('close', (code, signal) => {
      clearTimeout(loadTimer)
      failure ??= {
        kind: 'exited',
        reason: outOfMemory ? `out of memory (${memoryMb} MB)` : exitReason(code, signal),
      }
      pending?.end(failure)
      output.flush()
      markReady()
      resolve()
    })
  })
  const fail = (outcome: Outcome) => {
    failure = outcome
    child.kill('SIGKILL')
    return gone
  }
  const loadTimer = setTimeout(() => fail({ kind: 'timeout', limitMs: loadLimitMs }), loadLimitMs)
  child.on('message', (message: Message) => {
    if ('loaded' in message) {
      clearTimeout(loadTimer)
      initMs = performance.now() - startedAt
      markReady()
    } else if (pending?.requestId === message.requestId) {
      pending.end(
        'reply' in message ? { kind: 'reply', json: message.reply } : { kind: 'thrown', text: message.error },
        message.memory,
      )
    }
  })

  return {
    ready,
    call({ timeLimitMs, waitsFor, ...call }) {
      const { requestId } = call
      return new Promise<Outcome>(resolve => {
        const calledAt = performance.now()
        const coldMs = initMs
        initMs = undefined
        const end = (outcome: Outcome, memoryBytes?: number) => {
          clearTimeout(timer)
          pending = undefined
          output.report({
            kind: 'report',
            functionName,
            requestId,
            outcome: outcome.kind,
            durationMs: performance.now() - calledAt,
            initMs: coldMs,
            memoryBytes,
            error: outcomeReason(outcome),
          })
          resolve(outcome)
        }
        const timer = setTimeout(() => {
          end({ kind: 'timeout', limitMs: timeLimitMs, waitedFor: waitsFor() })
          void fail({ kind: 'timeout', limitMs: timeLimitMs })
        }, timeLimitMs)
        if (failure) {
          end(failure)
          output.flush()
          return
        }
        pending = { requestId, end }
        // a process that is gone by now says so by its 'close' event
        child.send(call, () => {})
      })
    },
    stop: () => fail({ kind: 'exited', reason: 'the process was stopped' }),
    onEnd: listener => void child.once('exit', listener),
  }
}

function startProcess(options: InstanceOptions, marker: string): ChildProcess {
  const { packageDir, modulesDir, workDir, environment, memoryMb } = options
  return fork(MAIN_MODULE, [packageDir, modulesDir, marker], {
    cwd: workDir,
    env: { ...environment },
    execArgv: [`--max-old-space-size=${memoryMb}`],
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
}

function streamsOf({ stdout, stderr }: ChildProcess) {
  if (!stdout || !stderr) throw new TypeError('the process was started without its streams')
  return { stdout, stderr }
}

function exitReason(code: number | null, signal: NodeJS.Signals | null): string {
  return signal ? `the process was ended by ${signal}` : `the process ended with code ${code}`
}
