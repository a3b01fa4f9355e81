import { requestFailed } from '../../database-error'
import { compileFilter } from '../../query/filter'
import { compileAddFields, compileProject } from '../../shape/project'
import { compileSort } from '../../shape/sort'
import type { Doc } from '../../types'
import { typeName } from '../../values/bson-type'
import { isDoc } from '../../values/kinds'
import { wholeNumber } from '../../values/numbers'
import { compileExpression } from '../expression'
import type { CompileStage } from '../stage'

/** The operand of a stage that must be an object. */
export function stageObject(name: string, operand: unknown): Doc {
  if (!isDoc(operand)) throw requestFailed(`the ${name} stage specification must be an object`)
  return operand
}

function* map(docs: Iterable<Doc>, change: (doc: Doc) => Doc): Generator<Doc> {
  for (const doc of docs) yield change(doc)
}

export const match: CompileStage = (operand, { variables }) => {
  const filter = compileFilter(stageObject('$match', operand), variables)
  if (filter.near) throw requestFailed('$geoNear, $near, and $nearSphere are not allowed in this context')
  return function* (docs, scope) {
    for (const doc of docs) if (filter.matches(doc, scope)) yield doc
  }
}

export const project: CompileStage = (operand, { variables }) => {
  const shape = compileProject(stageObject('$project', operand), variables)
  return (docs, scope) => map(docs, doc => shape(doc, { ...scope, ROOT: doc, CURRENT: doc }))
}

export const addFields: CompileStage = (operand, { variables }) => {
  const shape = compileAddFields(stageObject('$addFields', operand), variables)
  return (docs, scope) => map(docs, doc => shape(doc, { ...scope, ROOT: doc, CURRENT: doc }))
}

export const replaceRoot: CompileStage = (operand, { variables }) => {
  const root = compileExpression(stageObject('$replaceRoot', operand).newRoot, variables)
  return (docs, scope) =>
    map(docs, doc => {
      const value = root({ ...scope, ROOT: doc, CURRENT: doc })
      if (isDoc(value)) return value
      throw requestFailed(
        `'newRoot' expression must evaluate to an object, but resulting value was of type: ${typeName(value)}`,
      )
    })
}

export const sort: CompileStage = operand => {
  const sorted = compileSort(stageObject('$sort', operand))
  return docs => sorted([...docs], doc => doc)
}

export const limit: CompileStage = operand => {
  const most = wholeNumber(operand)
  if (most === undefined || most <= 0) throw requestFailed('the limit must be a positive whole number')
  return function* (docs) {
    let left = most
    for (const doc of docs) {
      yield doc
      if (--left === 0) return
    }
  }
}

export const skip: CompileStage = operand => {
  const number = wholeNumber(operand)
  if (number === undefined || number < 0) {
    throw requestFailed('Argument to $skip must be a whole number that is not negative')
  }
  return function* (docs) {
    let left = number
    for (const doc of docs) if (--left < 0) yield doc
  }
}

export const count: CompileStage = operand => {
  if (typeof operand !== 'string' || operand === '' || operand.startsWith('$') || operand.includes('.')) {
    throw requestFailed('the count field must be a non-empty string without $ and dots')
  }
  return function* (docs) {
    let number = 0
    for (const _ of docs) number++
    if (number > 0) yield { [operand]: number }
  }
}

export const sample: CompileStage = (operand, { source }) => {
  const size = wholeNumber(stageObject('$sample', operand).size)
  if (size === undefined || size <= 0)
    throw requestFailed('size argument to $sample must be a positive whole number')
  return docs => {
    const pool = [...docs]
    const chosen = Math.min(size, pool.length)
    for (let i = 0; i < chosen; i++) {
      const other = i + Math.floor(source.random() * (pool.length - i))
      ;[pool[i], pool[other]] = [pool[other] as Doc, pool[i] as Doc]
    }
    return pool.slice(0, chosen)
  }
}
