import type { Services } from '../built-ins/services'
import type { BuiltInHost, WxConfig } from '../interfaces'
import type { Phone, Report } from '../phone'
import { guardMembers } from './guard-members'
import { createMembers } from './members'

const services = new WeakMap<object, Services>()

/**
 * The global `wx` of the mini program: what the kit uses works, anything else throws and is reported as `missing-api`.
 */
export function createWx(phone: Phone, report: Report, config: WxConfig): object {
  const made = createMembers(phone, report, config)
  const wx = guardMembers(made.members, report)
  services.set(wx, made.services)
  return wx
}

/** What the built-in components need beyond the mini program's own `wx`. */
export function servicesOf({ wx }: Pick<BuiltInHost, 'wx'>): Services {
  const found = services.get(wx)
  if (!found) throw new Error('this wx was not made by createWx()')
  return found
}
