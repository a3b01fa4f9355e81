import { requestFailed } from '../database-error'
import { unknownName } from './lacking'
import type { RunStage, Source, Stage } from './stage'
import { STAGES } from './stages'

/** https://www.mongodb.com/docs/manual/reference/limits/ */
const MAX_STAGES = 1000

/**
 * Compiles stages: those of `collection.aggregate()`,
 * https://developers.weixin.qq.com/miniprogram/dev/wxcloud/reference-sdk-api/database/aggregate/Aggregate.html
 * @param variables names that the scope will hold
 * @throws DatabaseError `DATABASE_REQUEST_FAILED`
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
    if (!compile) throw unknownName('stage', name, `Unrecognized pipeline stage name: '${name}'`)
    return compile(operand, {
      source,
      variables,
      isFirst: index === 0,
      compilePipeline: (inner, names) => compilePipeline(inner, source, names),
    })
  })
  return (docs, scope) => compiled.reduce((stream, run) => run(stream, scope), docs)
}
