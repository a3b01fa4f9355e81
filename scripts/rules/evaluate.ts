import type { Expression } from './expression'
import { boundValue } from './fact'
import { judgeComparison, judgeIn, judgeTruth } from './judge-values'
import type { Surroundings } from './surroundings'
import { bound, factsAbout, known, memberOf, unknown, type Value } from './value'
import { and, not, or, type Verdict } from './verdict'

/** `database.<collection>.<id>` */
const PATH = /^database\.([^.]+)\.(.+)$/s

/**
 * Whether a rule holds for all records that the surroundings stand for: for one known record when data is written,
 * for every record a query can match when it is not. What cannot be proven does not hold.
 */
export async function judge(expression: Expression, around: Surroundings): Promise<Verdict> {
  const claim = { source: expression.source, openid: around.openid }
  switch (expression.kind) {
    case 'and': {
      const left = await judge(expression.left, around)
      return left.holds === false ? left : and(left, await judge(expression.right, around))
    }
    case 'or': {
      const left = await judge(expression.left, around)
      return left.holds === true ? left : or(left, await judge(expression.right, around))
    }
    case 'not':
      return not(await judge(expression.operand, around), expression.source)
    case 'compare': {
      const [left, right] = [
        await evaluate(expression.left, around),
        await evaluate(expression.right, around),
      ]
      return judgeComparison(left, expression.operator, right, claim)
    }
    case 'in': {
      const [left, right] = [
        await evaluate(expression.left, around),
        await evaluate(expression.right, around),
      ]
      return judgeIn(left, right, claim)
    }
    default:
      return judgeTruth(await evaluate(expression, around), claim)
  }
}

async function evaluate(expression: Expression, around: Surroundings): Promise<Value> {
  switch (expression.kind) {
    case 'literal':
      return known(expression.value)
    case 'list':
      return known(expression.items)
    case 'variable':
      return around.variable(expression.name)
    case 'member': {
      const key = bound(await evaluate(expression.key, around))
      if (key.kind !== 'known') return unknown(`the query does not say what ${expression.key.source} is`)
      return memberOf(await evaluate(expression.object, around), key.value, expression.object.source)
    }
    case 'minus':
    case 'plus': {
      const operand = bound(await evaluate(expression.operand, around))
      if (operand.kind !== 'known' || typeof operand.value !== 'number') {
        return unknown(`${expression.operand.source} is no number`)
      }
      return known(expression.kind === 'minus' ? -operand.value : operand.value)
    }
    case 'template':
      return fill(expression, around)
    case 'get':
      return readRecord(expression, around)
    default: {
      const { holds, blames } = await judge(expression, around)
      return holds === undefined ? unknown(blames.join('; ')) : known(holds)
    }
  }
}

/** A placeholder's field must stand in the query with `==`, or in a list of one value. */
async function fill(
  template: Extract<Expression, { kind: 'template' }>,
  around: Surroundings,
): Promise<Value> {
  let text = template.strings[0] ?? ''
  for (const [index, part] of template.values.entries()) {
    const value = await evaluate(part, around)
    if (value.kind === 'unknown') return value
    const box = value.kind === 'known' ? value : boundValue(factsAbout(value))
    if (!box || ('oneOfMany' in box && box.oneOfMany)) {
      return unknown(`the query must give ${part.source} one value, with == or a list of one`)
    }
    if (typeof box.value !== 'string' && typeof box.value !== 'number') {
      return unknown(`${part.source} is neither text nor a number`)
    }
    text += `${box.value}${template.strings[index + 1] ?? ''}`
  }
  return known(text)
}

async function readRecord(get: Extract<Expression, { kind: 'get' }>, around: Surroundings): Promise<Value> {
  const path = bound(await evaluate(get.path, around))
  if (path.kind === 'unknown') return path
  const [, collection, id] = (path.kind === 'known' && PATH.exec(String(path.value))) || []
  if (collection === undefined || id === undefined)
    return unknown(`${get.path.source} is not a record's path`)
  return around.get(collection, id)
}
