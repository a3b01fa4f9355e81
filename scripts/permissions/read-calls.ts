import type { Finding } from './finding'
import { Follower } from './follower'
import { Origins } from './origins'
import type { Places, SourcePlace } from './places'
import { reachSdk } from './sdk-roots'
import { readSyntax } from './syntax'

/** A finding at its place in the developer's sources. */
export type PlacedFinding = Finding & { place: SourcePlace | undefined }

/**
 * What a bundle does with openapi: every name it calls, and every use whose name cannot be told, in the order of the
 * bundle, each place once.
 */
export function readCalls(code: string, places: Places): PlacedFinding[] {
  const found = new Map<string, PlacedFinding>()
  for (const finding of findingsIn(code)) {
    const place = places.of(finding.node.start)
    const what = 'name' in finding ? finding.name : finding.what
    const key = [finding.kind, what, place?.file, place?.line, place?.column].join()
    if (!found.has(key)) found.set(key, { ...finding, place })
  }
  return [...found.values()]
}

function findingsIn(code: string): Finding[] {
  if (!code.includes('wx-server-sdk')) return []
  const syntax = readSyntax(code)
  if ('message' in syntax) {
    const reason = `the parser of the kit does not understand this: ${syntax.message}`
    return [{ kind: 'escapes', what: 'cloud', reason, node: syntax }]
  }
  const follower = new Follower(syntax, new Origins(syntax))
  reachSdk(follower)
  return follower.run().sort((a, b) => a.node.start - b.node.start)
}
