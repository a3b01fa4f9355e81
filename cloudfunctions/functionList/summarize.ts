import {
  type Bilingual,
  type DeployedFunction,
  explainStatus,
  isFailed,
  isSettled,
} from '../shared/wechat-api'

/** Bounds of the reply, which may have 1 MB. An environment has room for some fifty functions. */
export const limits = { functions: 300, explanationChars: 300 } as const

/** How it stands with a function. */
export type FunctionState = 'failed' | 'busy' | 'active'

/** A function, for a table. */
export interface FunctionRow {
  name: string
  state: FunctionState
  /** As the platform calls it, such as `CreateFailed`. */
  status: string
  /** In plain words; what to do, if it failed. */
  explanation: Bilingual
  runtime: string
  /** In milliseconds since 1970. */
  modifiedAt: number
}

/** What needs somebody's attention comes first, then what was changed last. */
const order: readonly FunctionState[] = ['failed', 'busy', 'active']

/** All functions, with the count of each state; too many are counted and not shown. */
export async function summarize(
  deployed: AsyncIterable<DeployedFunction>,
): Promise<{ functions: FunctionRow[]; counts: Record<FunctionState, number> }> {
  const rows: FunctionRow[] = []
  for await (const one of deployed) rows.push(rowOf(one))
  rows.sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state) || b.modifiedAt - a.modifiedAt)
  const counts = { failed: 0, busy: 0, active: 0 }
  for (const { state } of rows) counts[state]++
  return { functions: rows.slice(0, limits.functions), counts }
}

function rowOf(deployed: DeployedFunction): FunctionRow {
  const { name, status, runtime, mod_time } = deployed
  const { en, zh } = explainStatus(deployed)
  return {
    name,
    state: isFailed(status) ? 'failed' : isSettled(status) ? 'active' : 'busy',
    status,
    explanation: { en: cut(en), zh: cut(zh) },
    runtime,
    modifiedAt: mod_time.getTime(),
  }
}

function cut(text: string): string {
  return text.length > limits.explanationChars ? `${text.slice(0, limits.explanationChars)}...` : text
}
