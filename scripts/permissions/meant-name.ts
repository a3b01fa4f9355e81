import { nearestName } from '../project/nearest-name'
import { openapiNames } from '../project/openapi-names'

/** Versions stand in front of a name, as in `v2.wxacode.get`. */
export function isKnown(name: string): boolean {
  const names = openapiNames()
  return names.has(name) || names.has(name.replace(/^v\d+\./, ''))
}

/** The known name that an unknown one most likely was meant to be: none for one that is like no other. */
export function meantName(name: string): string | undefined {
  return isKnown(name) ? undefined : nearestName(name, openapiNames().keys())
}
