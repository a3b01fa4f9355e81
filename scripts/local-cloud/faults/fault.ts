import { LocalCloudError } from '../local-cloud-error'

/** Something that goes wrong with calls of a function, now and then. */
export interface Fault {
  /** `*` for every function. */
  functionName: string
  effect: FaultEffect
  /** Of a call being hit, from 0 to 1. */
  probability: number
}

export type FaultEffect =
  /** The call fails with this code; the function does not run. */
  | { kind: 'code'; errCode: number }
  /** The call takes this much longer. */
  | { kind: 'latency'; ms: number }
  /** The call takes its whole time limit and fails with -504003. */
  | { kind: 'timeout' }

const SHAPE = /^(?<name>\*|[A-Za-z][\w-]*):(?<effect>[^@]+)(?:@(?<probability>.+))?$/
const LATENCY = /^\+(\d+(?:\.\d+)?)(ms|s)$/
/** A code of the platform, or -1. */
const CODE = /^-(1|\d{6})$/
const HELP =
  'write "<function or *>:<effect>@<probability>", with a code (-504003), a latency (+500ms, +2s) or "timeout" as the effect'

/**
 * Reads one fault, such as `guestbook:-504003@0.1`, `guestbook:+500ms` or `*:timeout@0.05`. Without a probability it
 * hits every call.
 *
 * @throws LocalCloudError `bad-option`
 */
export function parseFault(text: string): Fault {
  const { name, effect, probability = '1' } = SHAPE.exec(text)?.groups ?? {}
  if (name === undefined || effect === undefined) throw bad(text, 'it has not the shape of a fault')
  const chance = /^(0|1|0?\.\d+|1\.0+)$/.test(probability) ? Number(probability) : Number.NaN
  if (Number.isNaN(chance)) throw bad(text, `"${probability}" is not a probability from 0 to 1`)
  return { functionName: name, effect: parseEffect(effect, text), probability: chance }
}

function parseEffect(effect: string, text: string): FaultEffect {
  const latency = LATENCY.exec(effect)
  if (latency) return { kind: 'latency', ms: Number(latency[1]) * (latency[2] === 's' ? 1000 : 1) }
  if (effect === 'timeout') return { kind: 'timeout' }
  if (CODE.test(effect)) return { kind: 'code', errCode: Number(effect) }
  throw bad(text, `"${effect}" is no code, no latency and not "timeout"`)
}

function bad(text: string, reason: string): LocalCloudError {
  return new LocalCloudError('bad-option', `cannot use the fault "${text}": ${reason}; ${HELP}`)
}
