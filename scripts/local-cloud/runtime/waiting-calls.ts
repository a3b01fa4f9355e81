/** The calls of one function that wait for an instance. */
export interface WaitingCalls<T> {
  /** @param depth how deep the call is in calls of functions by functions */
  add(depth: number, call: T): void
  /** Whether `take()` has one to give. */
  some(mayRun: MayRun): boolean
  /**
   * Takes out the call that runs next: of the deepest that may run, the first that came. The time of all who wait for a
   * deep call runs meanwhile; that of a call that no function made does not.
   */
  take(mayRun: MayRun): T | undefined
  /** Takes out all of them. */
  takeAll(): T[]
}

/** Whether a call of a depth may run now. */
export type MayRun = (depth: number) => boolean

export function openWaitingCalls<T>(): WaitingCalls<T> {
  /** By depth, the deepest first. */
  let lines: { depth: number; calls: T[] }[] = []

  const open = (depth: number) => {
    const line = { depth, calls: [] }
    lines = [...lines, line].sort((one, other) => other.depth - one.depth)
    return line
  }
  const firstLine = (mayRun: MayRun) => lines.find(({ depth, calls }) => calls.length > 0 && mayRun(depth))
  return {
    add(depth, call) {
      const line = lines.find(each => each.depth === depth) ?? open(depth)
      line.calls.push(call)
    },
    some: mayRun => firstLine(mayRun) !== undefined,
    take: mayRun => firstLine(mayRun)?.calls.shift(),
    takeAll: () => lines.flatMap(({ calls }) => calls.splice(0)),
  }
}
