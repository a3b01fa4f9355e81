import { isPlain, type Plain } from './plain'
import { Unknowable } from './value'

/**
 * What `request.data` is to a rule. An update travels as operators with dotted paths; a rule sees the object that
 * the developer passed to `update()`, with a field that only the server can work out (`inc`, `push`, ...) unknowable.
 */
export function sentData(data: Plain): Plain {
  const operators = Object.keys(data).filter(key => key.startsWith('$'))
  if (operators.length === 0) return data
  const sent: Plain = Object.create(null)
  for (const operator of operators) {
    for (const [path, value] of changes(operator, data[operator])) {
      put(sent, path, operator === '$set' ? value : new Unknowable(`"${path}" is changed by ${operator}`))
    }
  }
  return sent
}

/** Each path that an operator changes, with what stands beside it; `$rename` changes the field it renames to as well. */
function changes(operator: string, fields: unknown): [string, unknown][] {
  if (!isPlain(fields)) return []
  const named = Object.entries(fields)
  if (operator !== '$rename') return named
  return named.flatMap(([from, to]): [string, unknown][] => [
    [from, to],
    [String(to), from],
  ])
}

/** Objects without a prototype are this file's own; those of the data are copied before they are added to. */
function put(into: Plain, path: string, value: unknown): void {
  const steps = path.split('.')
  const last = steps.pop() ?? path
  let at = into
  for (const step of steps) {
    const inner = at[step]
    if (inner !== undefined && !isPlain(inner)) return
    const isOwn = inner !== undefined && Object.getPrototypeOf(inner) === null
    const next: Plain = isOwn ? inner : Object.assign(Object.create(null), inner)
    at[step] = next
    at = next
  }
  at[last] = value
}

/** Whether data sets or changes a field at the top of a document. */
export function touches(data: Plain, field: string): boolean {
  return Object.entries(data).some(([key, value]) => {
    if (key.startsWith('$')) return changes(key, value).some(([path]) => isWithin(path, field))
    return isWithin(key, field)
  })
}

function isWithin(path: string, field: string): boolean {
  return path === field || path.startsWith(`${field}.`)
}
