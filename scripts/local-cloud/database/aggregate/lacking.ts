import { type DatabaseError, requestFailed } from '../database-error'

type Kind = 'accumulator' | 'expression' | 'stage' | 'variable'

/**
 * What MongoDB 5.0 has and this engine has not. Whether the platform takes any of it is undocumented, so a refusal must
 * not be taken for the platform's.
 * https://www.mongodb.com/docs/v5.0/reference/operator/aggregation/
 */
export const LACKING: Readonly<Record<Kind, readonly string[]>> = {
  accumulator: ['$accumulator', '$count'],
  expression: [
    ...['$acos', '$acosh', '$asin', '$asinh', '$atan', '$atan2', '$atanh', '$cos', '$cosh', '$sin', '$sinh'],
    ...['$tan', '$tanh', '$degreesToRadians', '$radiansToDegrees', '$rand', '$round', '$isNumber'],
    ...['$convert', '$toBool', '$toDate', '$toDecimal', '$toDouble', '$toInt', '$toLong', '$toObjectId'],
    ...['$toString', '$type', '$binarySize', '$bsonSize', '$function', '$meta'],
    ...['$dateAdd', '$dateDiff', '$dateSubtract', '$dateToParts', '$dateTrunc', '$first', '$last'],
    ...['$getField', '$setField', '$unsetField'],
    ...[
      '$ltrim',
      '$rtrim',
      '$trim',
      '$regexFind',
      '$regexFindAll',
      '$regexMatch',
      '$replaceAll',
      '$replaceOne',
    ],
  ],
  stage: [
    ...['$changeStream', '$collStats', '$currentOp', '$facet', '$graphLookup', '$indexStats'],
    ...[
      '$listLocalSessions',
      '$listSessions',
      '$merge',
      '$out',
      '$planCacheStats',
      '$redact',
      '$replaceWith',
    ],
    ...['$search', '$searchMeta', '$set', '$setWindowFields', '$unionWith', '$unset'],
  ],
  variable: ['$$CLUSTER_TIME', '$$NOW'],
}

/** The refusal of a name that the engine does not know. `refusal`: MongoDB's own, for what it does not know either. */
export function unknownName(kind: Kind, name: string, refusal: string): DatabaseError {
  return requestFailed(LACKING[kind].includes(name) ? `the local cloud does not support ${name}` : refusal)
}
