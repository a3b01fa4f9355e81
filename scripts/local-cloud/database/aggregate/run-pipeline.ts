import { invalidParam, requestFailed } from '../database-error'
import type { Doc } from '../types'
import { isDoc } from '../values/kinds'
import type { Scope } from './scope'
import { STAGES } from './stages'

/** What a pipeline gets from outside. */
export interface Source {
  /** All documents of a collection, in natural order; empty if there is no such collection. */
  documents(collection: string): Iterable<Doc>
  /** 0 <= number < 1, for `$sample`. */
  random(): number
}

/** A compiled stage: documents in, documents out. Documents are never changed in place. */
export type RunStage = (docs: Iterable<Doc>, scope: Scope) => Iterable<Doc>

/** What a stage is compiled with. */
export interface StageContext {
  source: Source
  /** The variables that `$lookup` has defined around this pipeline. */
  variables: ReadonlySet<string>
  isFirst: boolean
}

/** https://www.mongodb.com/docs/manual/reference/limits/ */
const MAX_STAGES = 1000

/** `{ $match: { ... } }` taken apart. */
export interface Stage {
  name: string
  operand: unknown
}

/**
 * Compiles stages: those of `collection.aggregate()`,
 * https://developers.weixin.qq.com/miniprogram/dev/wxcloud/reference-sdk-api/database/aggregate/Aggregate.html
 */
export function compilePipeline(
  stages: readonly Stage[],
  source: Source,
  variables: ReadonlySet<string> = new Set(),
): RunStage {
  if (stages.length > MAX_STAGES)
    throw requestFailed(`Pipeline length must be no longer than ${MAX_STAGES} stages`)
  const compiled = stages.map(({ name, operand }, index) => {
    const compile = STAGES.get(name)
    if (!compile) throw requestFailed(`Unrecognized pipeline stage name: '${name}'`)
    return compile(operand, { source, variables, isFirst: index === 0 })
  })
  return (docs, scope) => compiled.reduce((stream, run) => run(stream, scope), docs)
}

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
