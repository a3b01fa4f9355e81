import { randomBytes } from 'node:crypto'
import type { BuiltFunction } from '../functions/built-functions'
import type { FunctionSettings } from '../functions/function-settings'
import { openAwaitedCalls } from './awaited-calls'
import { openCallTokens, type RunningCall } from './call-tokens'
import { callVariables } from './call-variables'
import { type Caller, callDepth } from './caller'
import { type FunctionPool, openPool } from './function-pool'
import { type Instance, startInstance } from './instance'
import { instanceEnvironment } from './instance-environment'
import type { LogSink } from './log-event'
import type { Outcome } from './outcome'
import { scfContext } from './scf-context'

export interface RuntimeOptions {
  env: string
  region: string
  /** The gateway's address; known before the first call. */
  url(): string
  settingsOf(built: BuiltFunction): FunctionSettings
  /** How long a process may take to start and load its function. */
  loadLimitMs: number
  /** How many calls of one function and one depth may run at once. */
  maxInstances: number
  idleMs: number
  /** Where packages that functions declare are installed. */
  modulesDir: string
  workDir: string
  newId(): string
  log: LogSink
}

export interface Invocation {
  built: BuiltFunction
  /** JSON */
  event: string
  caller: Caller
  byTimer?: boolean
  /** The call that makes this one; absent for one that no function makes, or a function outside of a call. */
  madeBy?: RunningCall
}

export interface InvocationResult {
  requestId: string
  outcome: Outcome
}

/** Runs functions, each in processes of its own. */
export interface Runtime {
  invoke(invocation: Invocation): Promise<InvocationResult>
  /** The call that a token was made for. */
  callOf(token: string): RunningCall | undefined
  /** The function whose processes hold a secret. */
  functionOf(secretId: string): string | undefined
  warm(built: BuiltFunction): void
  /** Calls from now on get new processes. */
  retire(functionName: string): void
  stop(): Promise<void>
}

/** A function that has been called, or warmed. */
interface Entry {
  built: BuiltFunction
  readonly secretId: string
  readonly pool: FunctionPool
}

export function openRuntime(options: RuntimeOptions): Runtime {
  const tokens = openCallTokens()
  const entries = new Map<string, Entry>()

  const entryOf = (built: BuiltFunction): Entry => {
    const entry = entries.get(built.name) ?? add(built)
    // new code gets new processes; those of the old code finish the calls they have
    if (entry.built.version !== built.version) entry.pool.retire()
    entry.built = built
    return entry
  }
  const add = (built: BuiltFunction): Entry => {
    const { maxInstances, idleMs } = options
    const entry: Entry = {
      built,
      secretId: `AKID${randomBytes(16).toString('hex')}`,
      pool: openPool({ maxInstances, idleMs, start: () => start(entry, options) }),
    }
    entries.set(built.name, entry)
    return entry
  }
  return {
    async invoke({ built, event, caller, byTimer = false, madeBy }) {
      const requestId = options.newId()
      const token = randomBytes(24).toString('base64url')
      const depth = callDepth(caller)
      const entry = entryOf(built)
      const begins = madeBy?.awaited.add(() => waitText(entry, depth, options))
      const outcome = await entry.pool.run(depth, () => {
        begins?.()
        const awaited = openAwaitedCalls()
        tokens.add(token, { requestId, functionName: built.name, caller, awaited })
        const variables = callVariables(caller, token, { byTimer })
        const { timeLimitMs, memoryMb } = options.settingsOf(entry.built)
        const facts = { name: built.name, env: options.env, region: options.region, memoryMb, timeLimitMs }
        const context = scfContext(facts, requestId, variables)
        return { requestId, event, variables, timeLimitMs, context, waitsFor: awaited.describe }
      })
      tokens.end(token)
      return { requestId, outcome }
    },
    callOf: tokens.find,
    functionOf: secretId => [...entries.values()].find(entry => entry.secretId === secretId)?.built.name,
    warm: built => entryOf(built).pool.warm(),
    retire: name => entries.get(name)?.pool.retire(),
    async stop() {
      await Promise.all([...entries.values()].map(({ pool }) => pool.stop()))
    },
  }
}

function waitText({ built, pool }: Entry, depth: number, { maxInstances }: RuntimeOptions): string {
  return pool.isFull(depth)
    ? `its call of ${built.name} still waited for a free instance, all were busy (${maxInstances} of ${maxInstances})`
    : `its call of ${built.name} still waited for an instance to start`
}

function start({ built, secretId }: Entry, options: RuntimeOptions): Instance {
  const { env, region, url, modulesDir, workDir, log } = options
  const { memoryMb, variables } = options.settingsOf(built)
  return startInstance({
    functionName: built.name,
    packageDir: built.dir,
    modulesDir,
    environment: instanceEnvironment(
      { functionName: built.name, env, region, url: url(), secretId, variables },
      { platform: process.platform, hostEnvironment: process.env },
    ),
    memoryMb,
    loadLimitMs: options.loadLimitMs,
    workDir,
    log,
  })
}
