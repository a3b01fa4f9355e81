/** How a call of a function ended. */
export type Outcome =
  /** It returned; the reply is JSON, as it travels. */
  | { kind: 'reply'; json: string }
  /** It threw, or could not be loaded; the text is the one that callers get to see. */
  | { kind: 'thrown'; text: string }
  /** What it waited for meanwhile is for the log. */
  | { kind: 'timeout'; limitMs: number; waitedFor?: string }
  /** Its process ended before it answered; the reason is for the log. */
  | { kind: 'exited'; reason: string }

/** What the platform says of a process that ended by itself; seen in public reports of -504002. */
const EXIT_TEXT = '145 code exit unexpected'

/** What the log says of an outcome that is no reply. */
export function outcomeReason(outcome: Outcome): string | undefined {
  switch (outcome.kind) {
    case 'reply':
      return undefined
    case 'thrown':
      return outcome.text
    case 'timeout':
      return [`ran past its time limit of ${outcome.limitMs / 1000} s`, outcome.waitedFor]
        .filter(Boolean)
        .join('; ')
    case 'exited':
      return outcome.reason
  }
}

/** The text of a failed outcome, as it stands after `errMsg:`. */
export function outcomeText(outcome: Exclude<Outcome, { kind: 'reply' }>): string {
  switch (outcome.kind) {
    case 'thrown':
      return outcome.text
    case 'timeout':
      return `Invoking task timed out after ${outcome.limitMs / 1000} seconds`
    case 'exited':
      return EXIT_TEXT
  }
}
