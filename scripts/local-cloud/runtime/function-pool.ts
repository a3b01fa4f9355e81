import type { Instance, InstanceCall } from './instance'
import type { Outcome } from './outcome'

export interface PoolOptions {
  /** How many processes one function may have. */
  maxInstances: number
  /** A process that has had nothing to do for this long is ended. */
  idleMs: number
  start(): Instance
}

/** The processes of one function, and the calls that wait for one. */
export interface FunctionPool {
  run(call: PoolCall): Promise<Outcome>
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
  retired: boolean
  idleTimer?: NodeJS.Timeout
}

const STOPPED: Outcome = { kind: 'exited', reason: 'the cloud was stopped' }

interface Waiting {
  make: PoolCall
  resolve(outcome: Outcome): void
}

/**
 * Gives each call a process of its own for as long as it runs, as the platform does. Calls wait for a free one; while
 * some wait, new ones are started up to the limit, one at a time: many short calls are served by the first long before
 * a second could start, and many processes that start at once slow each other down. Waiting does not count for the
 * time limit.
 */
export function openPool({ maxInstances, idleMs, start }: PoolOptions): FunctionPool {
  const workers = new Set<Worker>()
  /** Also those that are on their way out, so that `stop()` leaves none behind. */
  const alive = new Set<Instance>()
  const queue: Waiting[] = []
  let stopped = false

  const add = () => {
    const worker: Worker = { instance: start(), state: 'starting', retired: false }
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
  const next = () => {
    const active = [...workers].filter(({ retired }) => !retired)
    for (const worker of active.filter(({ state }) => state === 'idle')) {
      const waiting = queue.shift()
      if (waiting) void occupy(worker, waiting)
    }
    const starting = active.some(({ state }) => state === 'starting')
    if (queue.length > 0 && !starting && active.length < maxInstances && !stopped) add()
  }
  const occupy = async (worker: Worker, { make, resolve }: Waiting) => {
    clearTimeout(worker.idleTimer)
    worker.state = 'busy'
    const outcome = await worker.instance.call(make())
    if (outcome.kind === 'timeout' || outcome.kind === 'exited') drop(worker)
    else if (workers.has(worker)) rest(worker)
    next()
    resolve(outcome)
  }

  return {
    run(make) {
      return new Promise(resolve => {
        if (stopped) return resolve(STOPPED)
        queue.push({ make, resolve })
        next()
      })
    },
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
      for (const { resolve } of queue.splice(0)) resolve(STOPPED)
      await Promise.all([...alive].map(instance => instance.stop()))
    },
  }
}
