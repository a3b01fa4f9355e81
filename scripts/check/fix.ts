import { join } from 'node:path'
import { fixPermissions } from '../permissions'
import { writeWhole } from '../project/write-whole'
import type { InspectedFunction } from './inspect-functions'

/**
 * Writes into each `config.json` the openapi names that the function really calls, and leaves the rest of the file
 * as it is.
 *
 * @returns the files that were changed
 */
export function fixConfigs(root: string, functions: readonly InspectedFunction[]): string[] {
  return functions.flatMap(({ configFile, configText, openapi, fixable }) => {
    if (!fixable) return []
    const fixed = fixPermissions(configText, openapi)
    if (fixed === configText) return []
    writeWhole(join(root, configFile), fixed)
    return [configFile]
  })
}
