import type { DatabaseService, ReadLimits } from '../database'
import type { ActionHandler } from './action'

/** The documented default and maximum of reads from functions. */
const FUNCTION_LIMITS: ReadLimits = { maxLimit: 1000, defaultLimit: 100 }

/** The database actions of functions, which no rule restricts. */
export function databaseActions(database: DatabaseService): ActionHandler {
  return ({ action, params }) => database.handle(action.slice('database.'.length), params, FUNCTION_LIMITS)
}
