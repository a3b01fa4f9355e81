import type { CompileStage } from '../stage'
import { bucket } from './bucket'
import { bucketAuto } from './bucket-auto'
import { geoNear } from './geo-near'
import { group, sortByCount } from './group'
import { lookup } from './lookup'
import { addFields, count, limit, match, project, replaceRoot, sample, skip, sort } from './plain-stages'
import { unwind } from './unwind'

export const STAGES = new Map<string, CompileStage>([
  ['$addFields', addFields],
  ['$bucket', bucket],
  ['$bucketAuto', bucketAuto],
  ['$count', count],
  ['$geoNear', geoNear],
  ['$group', group],
  ['$limit', limit],
  ['$lookup', lookup],
  ['$match', match],
  ['$project', project],
  ['$replaceRoot', replaceRoot],
  ['$sample', sample],
  ['$skip', skip],
  ['$sort', sort],
  ['$sortByCount', sortByCount],
  ['$unwind', unwind],
])
