import type { CallHost } from '../../../miniprogram/cloud/create-call'

type Request = Parameters<CallHost['callFunction']>[0]

/** A phone in which nothing happens by itself: the test answers the calls and lets the time pass. */
export class HandDrivenHost implements CallHost {
  /** Every call that reached the cloud, oldest first. */
  readonly requests: Request[] = []
  /** What `setBusy` was told. */
  readonly busy: boolean[] = []
  /** What `random` gives. */
  chance = 0
  state: ReturnType<CallHost['cloudState']> = { ok: true, envVersion: 'develop', env: 'test-1' }

  private now = 0
  private timers = new Map<number, { at: number; run: () => void }>()
  private lastTimer = 0

  cloudState = () => this.state
  callFunction = (request: Request) => {
    this.requests.push(request)
  }
  setTimeout = (run: () => void, ms: number) => {
    this.timers.set(++this.lastTimer, { at: this.now + ms, run })
    return this.lastTimer
  }
  clearTimeout = (timer: number) => {
    this.timers.delete(timer)
  }
  random = () => this.chance
  setBusy = (busy: boolean) => {
    this.busy.push(busy)
  }

  get pendingTimers(): number {
    return this.timers.size
  }

  /** Lets time pass, and what waits for it happen. */
  async pass(ms: number): Promise<void> {
    this.now += ms
    for (const [timer, { at, run }] of this.timers) {
      if (at > this.now) continue
      this.timers.delete(timer)
      run()
    }
    await settled()
  }

  /** Answers the latest request. */
  async answer(result: unknown, requestID?: string): Promise<void> {
    this.requests[this.requests.length - 1]?.success({ result, requestID })
    await settled()
  }

  /** Fails the latest request. */
  async fail(error: unknown): Promise<void> {
    this.requests[this.requests.length - 1]?.fail(error)
    await settled()
  }
}

/** Everything that is ready to run has run. */
export function settled(): Promise<void> {
  return new Promise(resolve => {
    setTimeout(resolve, 0)
  })
}
