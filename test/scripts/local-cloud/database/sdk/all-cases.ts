import { AGGREGATE_CASES } from './aggregate-cases'
import { DOCUMENT_CASES } from './document-cases'
import { QUERY_CASES } from './query-cases'
import { TRANSACTION_CASES } from './transaction-cases'
import { UPDATE_CASES } from './update-cases'

export const ALL_CASES = [
  ...DOCUMENT_CASES,
  ...QUERY_CASES,
  ...UPDATE_CASES,
  ...AGGREGATE_CASES,
  ...TRANSACTION_CASES,
]
