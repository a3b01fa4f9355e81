import { compilePipeline } from '../aggregate/pipeline'
import { readStages } from '../aggregate/read-stages'
import type { View } from '../storage/view'
import { parseEjson, stringifyEjson } from '../values/ejson'
import { checkCollection } from './matching'
import { collectionName, type Request } from './request'

/**
 * Without a limit in the pipeline the platform answers with 20 records, in cloud functions too; with one, with up to
 * 10,000. Undocumented, but reported more than once:
 * https://developers.weixin.qq.com/community/develop/article/doc/000624c67c8b48611dba2b12058c13
 * https://developers.weixin.qq.com/community/develop/doc/0006ee7caecd8020df7b559b451800
 */
const DEFAULT_RESULTS = 20
const MAX_RESULTS = 10_000

/** `aggregateDocuments` */
export function aggregateDocuments(
  request: Request,
  { view, now, random }: { view: View; now: number; random: () => number },
): { list: string[] } {
  const collection = collectionName(request)
  const stages = readStages(request.stages, text => parseEjson(text, 'stages', now))
  checkCollection(view, collection)
  const run = compilePipeline(stages, { documents: name => view.scan(name), random })
  const most = stages.some(({ name }) => name === '$limit') ? MAX_RESULTS : DEFAULT_RESULTS
  const list: string[] = []
  for (const doc of run(view.scan(collection), {})) {
    list.push(stringifyEjson(doc))
    if (list.length === most) break
  }
  return { list }
}
