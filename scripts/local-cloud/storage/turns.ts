/** Does the work on one thing in the order in which it was asked for; different things do not wait for each other. */
export type TakeTurn = <T>(key: string, work: () => Promise<T>) => Promise<T>

export function openTurns(): TakeTurn {
  const last = new Map<string, Promise<unknown>>()
  return (key, work) => {
    // whether the work before failed is the business of whoever asked for it
    const turn = (last.get(key) ?? Promise.resolve()).then(work, work)
    const leave = () => {
      if (last.get(key) === turn) last.delete(key)
    }
    last.set(key, turn)
    turn.then(leave, leave)
    return turn
  }
}
