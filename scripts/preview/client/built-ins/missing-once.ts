import type { Services } from './services'

const reported = new WeakMap<Services, Set<string>>()

/** Reports what a component cannot do the first time that a page has it, not for each element of a list. */
export function missingOnce(services: Services, name: string): void {
  const names = reported.get(services) ?? new Set()
  if (names.has(name)) return
  reported.set(services, names.add(name))
  services.missing(name)
}
