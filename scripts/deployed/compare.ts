import { isFailed } from '../../cloudfunctions/shared/wechat-api/index'
import type { DeployedState } from './deployed-function'

/**
 * - `active`: it can be called
 * - `changing`: WeChat is busy with it
 * - `failed`: it stays as it is until somebody does something
 * - `missing`: built and not deployed
 */
export type Standing = 'active' | 'changing' | 'failed' | 'missing'

/** A function that is built, deployed, or both. */
export interface ComparedFunction extends Partial<Omit<DeployedState, 'name'>> {
  name: string
  standing: Standing
  /** Whether the last build made it; one that it did not is extra. */
  built: boolean
}

/** What is deployed beside what was built, by name. */
export function compare(built: readonly string[], deployed: readonly DeployedState[]): ComparedFunction[] {
  const names = new Set(built)
  const found = new Set(deployed.map(({ name }) => name))
  const rows: ComparedFunction[] = [
    ...deployed.map(state => ({ ...state, standing: standingOf(state), built: names.has(state.name) })),
    ...built
      .filter(name => !found.has(name))
      .map(name => ({ name, standing: 'missing' as const, built: true })),
  ]
  return rows.sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** A status that nobody has documented counts as changing: it may still turn out well. */
function standingOf({ status }: DeployedState): Standing {
  if (status === 'Active') return 'active'
  return isFailed(status) ? 'failed' : 'changing'
}

/** Whether everything that is built or deployed can be called. */
export function allActive(functions: readonly ComparedFunction[]): boolean {
  return functions.every(({ standing }) => standing === 'active')
}
