/** A condition that a query may add to pass, as it is written in `where({ ... })`. */
export interface Hint {
  field: string
  condition: string
}

/** Whether a rule holds for every record in question: yes, no, or not provable. */
export interface Verdict {
  readonly holds: boolean | undefined
  /** Why it does not hold, or could not be proven; empty where it holds. */
  readonly blames: readonly string[]
  /** What the query would need, where that can be said. */
  readonly hints?: readonly Hint[]
}

export const HOLDS: Verdict = { holds: true, blames: [] }

export function and(left: Verdict, right: Verdict): Verdict {
  if (left.holds === true) return right
  if (right.holds === true || left.holds === false) return left
  if (right.holds === false) return right
  const hints = left.hints && right.hints && [...left.hints, ...right.hints]
  return { holds: undefined, blames: [...left.blames, ...right.blames], ...(hints && { hints }) }
}

export function or(left: Verdict, right: Verdict): Verdict {
  if (left.holds === true || right.holds === true) return HOLDS
  const hints = left.hints ?? right.hints
  return {
    holds: left.holds === false && right.holds === false ? false : undefined,
    blames: [...left.blames, ...right.blames],
    ...(hints && { hints }),
  }
}

export function not(verdict: Verdict, source: string): Verdict {
  if (verdict.holds === false) return HOLDS
  if (verdict.holds === true) return { holds: false, blames: [`${source} is false`] }
  return { holds: undefined, blames: verdict.blames }
}
