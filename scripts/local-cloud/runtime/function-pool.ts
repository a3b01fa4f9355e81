import type { Instance, InstanceCall } from './instance'
import type { Outcome } from './outcome'
import { openWaitingCalls } from './waiting-calls'

export interface PoolOptions {
  /** How many calls of one depth may run at once, each in a process of its own. */
  maxInstances: number
  /** A process that has had nothing to do for this long is ended. */
  idleMs: number
  start(): Instance
}

/** The processes of one function, and the calls that wait for one. */
export interface FunctionPool {
  /** @param depth of calls of functions by functions; 1 for a call that comes from outside */
  run(depth: number, call: PoolCall): Promise<Outcome>
  /** Whether calls of a depth wait because as many as may run are running. */
  isFull(depth: number): boolean
  /** Has a process ready before the first call. */
  warm(): void
  /** Ends every process: the idle at once, the others after their call. For code that has changed. */
  retire(): void
  /** Ends every process now. Calls that are under way or wait end as `exited`. */
  stop(): Promise<void>
}

/** Makes a call when an instance is free for it: until then nobody may know its token. */
export type PoolCall = () => InstanceCall

interface Worker {
  instance: Instance
  state: 'starting' | 'idle' | 'busy'
  /** Of the call that it has, or had last. */
  depth: number
  retired: boolean
  idleTimer?: NodeJS.Timeout
}

const STOPPED: Outcome = { kind: 'exited', reason: 'the cloud was stopped' }

interface Waiting {
  depth: number
  make: PoolCall
  resolve(outcome: Outcome): void
}

/**
 * Gives each call a process of its own for as long as it runs, as the platform does. Calls wait for a free one; while
 * some wait, new ones are started up to the limit, one at a time: many short calls are served by the first long before
 * a second could start, and many processes that start at once slow each other down. Waiting does not count for the
 * time limit.
 *
 * The limit holds for each depth of calls apart. A process whose function has called a function is busy until that call
 * has ended; under one limit, functions that call themselves would wait for processes that wait for them.
 */
export function openPool({ maxInstances, idleMs, start }: PoolOptions): FunctionPool {
  const workers = new Set<Worker>()
  /** Also those that are on their way out, so that `stop()` leaves none behind. */
  const alive = new Set<Instance>()
  const queue = openWaitingCalls<Waiting>()
  let stopped = false

  const add = () => {
    const worker: Worker = { instance: start(), state: 'starting', depth: 0, retired: false }
    const { instance } = worker
    workers.add(worker)
    alive.add(instance)
    instance.onEnd(() => {
      alive.delete(instance)
      // one that failed to start stays until a call has taken the failure, or each call would start another
      if (worker.state !== 'starting') drop(worker)
      next()
    })
    void instance.ready.then(() => {
      rest(worker)
      next()
    })
  }
  const drop = (worker: Worker) => {
    clearTimeout(worker.idleTimer)
    workers.delete(worker)
  }
  const end = (worker: Worker) => {
    drop(worker)
    void worker.instance.stop()
  }
  const rest = (worker: Worker) => {
    worker.state = 'idle'
    if (worker.retired) return end(worker)
    worker.idleTimer = setTimeout(() => end(worker), idleMs).unref()
  }
  const active = () => [...workers].filter(({ retired }) => !retired)
  const hasRoom = (depth: number) =>
    active().filter(worker => worker.state === 'busy' && worker.depth === depth).length < maxInstances
  const next = () => {
    for (const worker of active().filter(({ state }) => state === 'idle')) {
      const waiting = queue.take(hasRoom)
      if (waiting) void occupy(worker, waiting)
    }
    const starting = active().some(({ state }) => state === 'starting')
    if (!starting && !stopped && queue.some(hasRoom)) add()
  }
  const occupy = async (worker: Worker, { depth, make, resolve }: Waiting) => {
    clearTimeout(worker.idleTimer)
    worker.state = 'busy'
    worker.depth = depth
    const outcome = await worker.instance.call(make())
    if (outcome.kind === 'timeout' || outcome.kind === 'exited') drop(worker)
    else if (workers.has(worker)) rest(worker)
    next()
    resolve(outcome)
  }

  return {
    run(depth, make) {
      return new Promise(resolve => {
        if (stopped) return resolve(STOPPED)
        queue.add(depth, { depth, make, resolve })
        next()
      })
    },
    isFull: depth => !hasRoom(depth),
    warm() {
      if (workers.size === 0) add()
    },
    retire() {
      for (const worker of workers) {
        worker.retired = true
        if (worker.state === 'idle') end(worker)
      }
      next()
    },
    async stop() {
      stopped = true
      for (const { resolve } of queue.takeAll()) resolve(STOPPED)
      await Promise.all([...alive].map(instance => instance.stop()))
    },
  }
}
