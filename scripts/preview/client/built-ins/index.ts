import type { CodeSpace } from 'glass-easel-miniprogram-adapter'
import type { BuiltInHost } from '../interfaces'
import { servicesOf } from '../wx'
import { builtIns } from './components'
import { define } from './define'

export { PhoneBackend } from './backend'

/**
 * Registers every built-in component under its tag, in a code space of their own. They draw themselves, without a
 * template.
 */
export function registerBuiltIns(space: CodeSpace, host: BuiltInHost): void {
  const services = servicesOf(host)
  for (const [tag, definition] of builtIns) define(space.getComponentSpace(), tag, definition, services)
}
