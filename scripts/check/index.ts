import type { Command } from 'commander'

export { CONTRACT_FILE, contractLine } from './contract'
export { fixConfigs } from './fix'
export {
  type InspectedFunction,
  inspectFunctions,
  type PlannedFunction,
  planFunctions,
} from './inspect-functions'

/** `kit check`. What it needs beyond `inspectFunctions()` is loaded with it: a build does without. */
export function command(): Command {
  return (require('./command') as typeof import('./command')).command()
}
