import type { Problem } from '../project/problem'
import type { Directive } from './directives'
import { problemOf } from './finding-problems'
import type { Places, SourcePlace } from './places'
import type { PlacedFinding } from './read-calls'

/** An openapi that is called, and where. */
export interface Call extends Partial<SourcePlace> {
  name: string
}

/** A call whose permission is left out on purpose. */
export interface WithheldCall extends Call {
  reason: string
}

/** What is called once the comments have had their say. */
export interface DeclaredCalls {
  calls: Call[]
  withheld: WithheldCall[]
  /** Uses that stay unclear, and comments that are wrong or speak of nothing. */
  problems: Problem[]
}

/** Holds what was found in a bundle against the comments in its sources. */
export function applyDirectives(
  findings: readonly PlacedFinding[],
  directives: readonly Directive[],
  places: Places,
): DeclaredCalls {
  const result: DeclaredCalls = { calls: [], withheld: [], problems: [] }
  const heeded = new Map<Directive, Set<string>>()
  const heed = (directive: Directive, name: string) =>
    heeded.set(directive, (heeded.get(directive) ?? new Set()).add(name))

  for (const { place, ...finding } of findings) {
    const near = directives.filter(one => one.mistake === undefined && place && one.covers(place))
    const declared = near.filter(({ kind }) => kind === 'calls')
    let names: readonly string[] = []
    if (finding.kind === 'call') names = [finding.name]
    else if ((finding.kind === 'escapes' || finding.kind === 'dynamic') && declared.length > 0) {
      names = declared.flatMap(one => one.names)
      for (const one of declared) heed(one, '')
    } else result.problems.push(problemOf({ ...finding, place }))

    for (const name of names) {
      const withholding = near.find(one => one.kind === 'withheld' && one.names.includes(name))
      if (withholding) heed(withholding, name)
      if (withholding) result.withheld.push({ name, reason: withholding.reason, ...place })
      else result.calls.push({ name, ...place })
    }
  }
  for (const directive of directives) {
    if (isInBundle(directive, places))
      result.problems.push(...complaints(directive, heeded.get(directive) ?? new Set()))
  }
  result.problems.push(...result.withheld.map(noteOf))
  return result
}

function noteOf({ name, reason, ...place }: WithheldCall): Problem {
  const message = `the permission for ${name} is left out on purpose: ${reason}`
  return { severity: 'note', rule: 'openapi-withheld', message, ...place }
}

/** A shared module may hold functions that this bundle has no use for; their comments are not its business. */
function isInBundle({ lines, place }: Directive, places: Places): boolean {
  if (!lines) return true
  const [first, last] = lines
  return [...places.linesIn(place.file)].some(line => first <= line && line <= last)
}

function complaints({ kind, names, mistake, place }: Directive, heeded: ReadonlySet<string>): Problem[] {
  if (mistake !== undefined) {
    const example =
      kind === 'calls' ? 'wxacode.get, wxacode.getUnlimited' : 'wxacode.get -- why it is left out'
    return [
      {
        severity: 'error',
        rule: 'openapi-comment',
        message: `this openapi-${kind} comment cannot be understood: ${mistake}`,
        ...place,
        mend: `write it as\n// openapi-${kind}: ${example}`,
      },
    ]
  }
  const mend = 'put it on the line of the code it speaks of or directly above that statement, or delete it'
  if (kind === 'calls') {
    if (heeded.size > 0) return []
    const message =
      'this openapi-calls comment declares nothing: all openapi calls there can be read from the code'
    return [{ severity: 'warning', rule: 'openapi-calls-unused', message, ...place, mend }]
  }
  return names
    .filter(name => !heeded.has(name))
    .map(name => ({
      severity: 'error',
      rule: 'openapi-withheld-unused',
      message: `this comment withholds the permission of ${name}, which is not called there`,
      ...place,
      mend,
    }))
}
