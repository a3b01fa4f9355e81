export type {
  Auth,
  DatabaseAnswer,
  DatabaseOperation,
  DatabasePermit,
  DatabaseRequest,
} from './database-request'
export { type DatabaseRules, NO_DATABASE_RULES, parseDatabaseRules } from './database-rules'
export { guardDatabase } from './guard-database'
export { guardStorage, type StorageAnswer, type StorageRequest } from './guard-storage'
export type { DatabaseRefusal, StorageRefusal } from './refusal'
export { DEFAULT_STORAGE_RULES, parseStorageRules, type StorageRules } from './storage-rules'
