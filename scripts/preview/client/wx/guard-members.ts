import type { Report } from '../phone'

export type Members = Readonly<Record<string, unknown>>

/**
 * Makes an object that throws when something is read that it does not have, and says so to the panel. `in`, which asks
 * only whether something is there, stays truthful.
 */
export function guardMembers(members: Members, report: Report, path = 'wx'): object {
  return new Proxy(members as Record<string, unknown>, {
    get(target, name) {
      if (typeof name === 'symbol' || Object.hasOwn(target, name)) return Reflect.get(target, name)
      // asked by promises, by JSON and by the console, of any object
      if (name === 'then' || name === 'toJSON' || name in Object.prototype) return Reflect.get(target, name)
      report({ type: 'missing-api', name: `${path}.${name}` })
      throw new Error(`${path}.${name} is not available in the preview`)
    },
  })
}
