export { command } from './command'
export { CONTRACT_FILE, contractLine } from './contract'
export {
  type InspectedFunction,
  inspectFunctions,
  type PlannedFunction,
  planFunctions,
} from './inspect-functions'
