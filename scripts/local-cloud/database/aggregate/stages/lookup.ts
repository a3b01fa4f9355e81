import { requestFailed } from '../../database-error'
import type { Doc } from '../../types'
import { isDoc } from '../../values/kinds'
import { evaluatePath, splitPath, valuesAt, withValue } from '../../values/paths'
import { valueKey } from '../../values/value-key'
import { compileExpression } from '../expression'
import { readInnerStages } from '../read-stages'
import type { Scope } from '../scope'
import type { CompileStage, Source, StageContext } from '../stage'
import { stageObject } from './plain-stages'

/** Joins another collection, by equal fields or by a pipeline of its own. */
export const lookup: CompileStage = (operand, context) => {
  const { from, as, localField, foreignField, pipeline, let: vars, ...rest } = stageObject('$lookup', operand)
  const [unknown] = Object.keys(rest)
  if (unknown) throw requestFailed(`unknown argument to $lookup: ${unknown}`)
  const [collection, target] = [text('from', from), splitPath(text('as', as))]
  const byFields = localField !== undefined || foreignField !== undefined
  if (byFields && (pipeline !== undefined || vars !== undefined)) {
    throw requestFailed("$lookup with 'pipeline' may not specify 'localField' or 'foreignField'")
  }
  const join = byFields
    ? joinByFields(
        collection,
        text('localField', localField),
        text('foreignField', foreignField),
        context.source,
      )
    : joinByPipeline(collection, pipeline, vars ?? {}, context)
  return function* (docs, scope) {
    const find = join(scope)
    for (const doc of docs) yield withValue(doc, target, find(doc))
  }
}

function text(name: string, value: unknown): string {
  if (typeof value !== 'string' || value === '')
    throw requestFailed(`$lookup argument '${name}' must be a string`)
  return value
}

/** Called once a run; the result is called once a document. */
type Join = (scope: Scope) => (doc: Doc) => Doc[]

/** A missing field equals null, an array equals whatever one of its elements equals, as in a query. */
function joinByFields(from: string, local: string, foreign: string, source: Source): Join {
  const [localPath, foreignPath] = [splitPath(local), splitPath(foreign)]
  return () => {
    const index = new Map<string, Set<Doc>>()
    const order = new Map<Doc, number>()
    for (const doc of source.documents(from)) {
      order.set(doc, order.size)
      for (const key of valuesAt(doc, foreignPath, true).map(valueKey)) {
        const known = index.get(key)
        if (known) known.add(doc)
        else index.set(key, new Set([doc]))
      }
    }
    return doc => {
      const value = evaluatePath(doc, localPath)
      const found = new Set(
        (Array.isArray(value) ? value : [value]).flatMap(item => [...(index.get(valueKey(item)) ?? [])]),
      )
      return [...found].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
    }
  }
}

function joinByPipeline(
  from: string,
  pipeline: unknown,
  vars: unknown,
  { source, variables, compilePipeline }: StageContext,
): Join {
  if (!isDoc(vars)) throw requestFailed("$lookup argument 'let' must be an object")
  const names = Object.keys(vars)
  const bindings = Object.entries(vars).map(
    ([name, value]) => [name, compileExpression(value, variables)] as const,
  )
  const run = compilePipeline(readInnerStages(pipeline), new Set([...variables, ...names]))
  return scope => {
    const foreign = [...source.documents(from)]
    let constant: Doc[] | undefined
    return doc => {
      if (names.length === 0) {
        constant ??= [...run(foreign, scope)]
        return constant
      }
      const outer = { ...scope, ROOT: doc, CURRENT: doc }
      const values = Object.fromEntries(bindings.map(([name, expression]) => [name, expression(outer)]))
      return [...run(foreign, { ...scope, ...values })]
    }
  }
}
