import type { PermissionInput, Permissions } from './check-permissions'

export type { Call, WithheldCall } from './apply-directives'
export { bundleForReading, type FunctionToRead } from './bundle-for-reading'
export type { PermissionInput, Permissions } from './check-permissions'
export { fixPermissions } from './fix-permissions'
export type { ReadingBundle, ResolvedImport } from './reading-bundle'

/**
 * Reads the openapi calls of a function from its bundle and holds them against its `config.json`.
 *
 * The parser takes 50 ms to load, so it is loaded when the first bundle is read, not with this door.
 */
export function checkPermissions(input: PermissionInput): Permissions {
  return loadReader().checkPermissions(input)
}

/** Loads what `checkPermissions()` needs, for whoever has a moment before the first bundle is there. */
export function loadReader(): typeof import('./check-permissions') {
  return require('./check-permissions')
}
