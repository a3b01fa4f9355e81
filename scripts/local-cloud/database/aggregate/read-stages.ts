import { invalidParam, requestFailed } from '../database-error'
import { isDoc } from '../values/kinds'
import type { Stage } from './stage'

/** Reads the stages of a request: `[{ stageKey: '$match', stageValue: '<EJSON>' }]`. */
export function readStages(value: unknown, parse: (text: string) => unknown): Stage[] {
  if (!Array.isArray(value)) throw invalidParam('Cannot read "stages": it is not an array')
  return value.map(stage => {
    if (!isDoc(stage) || typeof stage.stageKey !== 'string' || typeof stage.stageValue !== 'string') {
      throw invalidParam('Cannot read "stages": each must be { stageKey, stageValue }, both strings')
    }
    return { name: stage.stageKey, operand: parse(stage.stageValue) }
  })
}

/** Reads the stages inside of `$lookup`: `[{ $match: { ... } }]`. */
export function readInnerStages(value: unknown): Stage[] {
  if (!Array.isArray(value)) throw requestFailed("'pipeline' option must be specified as an array")
  return value.map(stage => {
    const [entry, ...others] = isDoc(stage) ? Object.entries(stage) : []
    if (!entry || others.length > 0) {
      throw requestFailed('A pipeline stage specification object must contain exactly one field')
    }
    return { name: entry[0], operand: entry[1] }
  })
}
