import { compare, MIRRORED } from './compare'
import type { Comparison } from './expression'
import { decide, decideContains, decideTruth, listContains } from './fact'
import { hintFor } from './hint'
import { bound, factsAbout, type Value } from './value'
import { HOLDS, type Verdict } from './verdict'

/** The part of a rule that is judged, and by whom it is asked for. */
export interface Claim {
  /** Its text, for the reader. */
  readonly source: string
  /** The caller's, for hints. */
  readonly openid: string | undefined
}

/** `left <operator> right` */
export function judgeComparison(
  left: Value,
  operator: Comparison,
  right: Value,
  { source, openid }: Claim,
): Verdict {
  if (left.kind === 'unknown') return blame(source, left.why)
  if (right.kind === 'unknown') return blame(source, right.why)
  const [field, way, other] =
    left.kind === 'field' ? [left, operator, bound(right)] : [right, MIRRORED[operator], left]
  if (field.kind === 'known') {
    const { value } = other as Extract<Value, { kind: 'known' }>
    return verdict(compare(field.value, way, value), source, 'the values cannot be compared')
  }
  if (other.kind === 'known') {
    const holds = decide(factsAbout(field), way, other.value)
    const hints = [hintFor(field.path, way, other.value, openid)]
    return { ...verdict(holds, source, silence(field)), ...(!holds && { hints }) }
  }
  const pinned = bound(field)
  if (pinned.kind !== 'known' || other.kind !== 'field') return blame(source, silence(field))
  return verdict(decide(factsAbout(other), MIRRORED[way], pinned.value), source, silence(other))
}

/** `left in right`: whether a list holds a value. */
export function judgeIn(left: Value, right: Value, { source, openid }: Claim): Verdict {
  if (left.kind === 'unknown') return blame(source, left.why)
  if (right.kind === 'unknown') return blame(source, right.why)
  if (right.kind === 'field') {
    const item = bound(left)
    if (item.kind !== 'known') return blame(source, 'the query gives neither side one value')
    const holds = decideContains(factsAbout(right), item.value)
    const hints = [hintFor(right.path, '==', item.value, openid)]
    return { ...verdict(holds, source, silence(right)), ...(!holds && { hints }) }
  }
  const list = right.value
  if (!Array.isArray(list)) return blame(source, 'what stands on the right is no list')
  if (left.kind === 'known')
    return verdict(listContains(list, left.value), source, 'the values cannot be compared')
  const facts = factsAbout(left)
  const verdicts = list.map(item => decide(facts, '==', item))
  const holds = verdicts.includes(true) ? true : verdicts.every(one => one === false) ? false : undefined
  const hints = list.length > 0 ? [hintFor(left.path, '==', list[0], openid)] : []
  return { ...verdict(holds, source, silence(left)), ...(!holds && { hints }) }
}

/** A value that stands where a condition is expected. */
export function judgeTruth(value: Value, { source, openid }: Claim): Verdict {
  if (value.kind === 'unknown') return blame(source, value.why)
  if (value.kind === 'known') return verdict(Boolean(value.value), source, '')
  const holds = value.path === '' ? undefined : decideTruth(factsAbout(value))
  const hints = [hintFor(value.path, '==', true, openid)]
  return { ...verdict(holds, source, silence(value)), ...(!holds && value.path !== '' && { hints }) }
}

function verdict(holds: boolean | undefined, source: string, why: string): Verdict {
  if (holds === true) return HOLDS
  return holds === false ? { holds, blames: [`${source} is false`] } : blame(source, why)
}

function blame(source: string, why: string): Verdict {
  return { holds: undefined, blames: [`${source} could not be proven: ${why}`] }
}

function silence(field: Extract<Value, { kind: 'field' }>): string {
  if (field.path === '') return 'the query is not a record'
  const said = factsAbout(field).length > 0
  return said
    ? `what the query says of "${field.path}" is not enough`
    : `the query says nothing of "${field.path}"`
}
