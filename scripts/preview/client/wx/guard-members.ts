import type { Report } from '../phone'

export type Members = Readonly<Record<string, unknown>>

/**
 * Makes an object whose missing members are functions that throw when they are called, and say so to the panel. To read
 * one is no error: `if (wx.getUpdateManager)` is how programs ask for what older base libraries lack. `in` stays
 * truthful.
 */
export function guardMembers(members: Members, report: Report, path = 'wx'): object {
  return new Proxy(members as Record<string, unknown>, {
    get(target, name) {
      if (typeof name === 'symbol' || Object.hasOwn(target, name)) return Reflect.get(target, name)
      // asked by promises, by JSON and by the console, of any object
      if (name === 'then' || name === 'toJSON' || name in Object.prototype) return Reflect.get(target, name)
      return () => {
        report({ type: 'missing-api', name: `${path}.${name}` })
        throw new Error(`${path}.${name} is not available in the preview`)
      }
    },
  })
}
