import { findNodeAtLocation, getNodeValue, type Node } from 'jsonc-parser'
import { parseJson } from '../../project/json-file'
import { MINI_PROGRAM_DIR } from '../../project/mini-program'
import type { Sources } from './sources'

export type JsonObject = Readonly<Record<string, unknown>>

/** A JSON file of the mini program, and where its values stand. */
export interface JsonSource {
  value: JsonObject
  /** The offset of what stands there; 0 if nothing does. */
  offsetOf(...path: (string | number)[]): number
}

/** Reads a file that must hold an object; undefined if it is missing or broken, which is noted. */
export function readJson(sources: Sources, path: string): JsonSource | undefined {
  const text = sources.read(path)
  if (text === undefined) {
    sources.fail('file-missing', path, 'the file is missing')
    return undefined
  }
  const parsed = parseJson(text, `${MINI_PROGRAM_DIR}/${path}`)
  if ('problem' in parsed) {
    sources.problems.push(parsed.problem)
    return undefined
  }
  const value: unknown = getNodeValue(parsed.root)
  if (!isObject(value)) {
    sources.fail('json-broken', path, 'the file must hold an object')
    return undefined
  }
  return { value, offsetOf: (...at) => nodeAt(parsed.root, at)?.offset ?? 0 }
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function nodeAt(root: Node, path: (string | number)[]): Node | undefined {
  const node = findNodeAtLocation(root, path)
  // a key says more of the place than its value
  return node?.parent?.type === 'property' ? node.parent : node
}
