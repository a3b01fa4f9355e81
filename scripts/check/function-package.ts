import { findNodeAtLocation, getNodeValue } from 'jsonc-parser'
import { parseJson } from '../project/json-file'
import type { Problem } from '../project/problem'
import { placeOf } from '../project/text-place'

/** The kit ships the SDK in every package, so a function need not name it. */
const SHIPPED = 'wx-server-sdk'

/** Packages that a function's own `package.json` names: they stay outside its bundle and are installed in the cloud. */
export type Dependencies = Record<string, string>

/** Reads the `dependencies` of a function's `package.json`; none where the file does not exist. */
export function readDependencies(
  text: string | undefined,
  file: string,
): { dependencies: Dependencies; problems: Problem[] } {
  if (text === undefined) return { dependencies: {}, problems: [] }
  const json = parseJson(text, file)
  if ('problem' in json) return { dependencies: {}, problems: [json.problem] }
  const node = findNodeAtLocation(json.root, ['dependencies'])
  if (!node) return { dependencies: {}, problems: [] }
  const value: unknown = getNodeValue(node)
  if (node.type !== 'object' || Object.values(value as object).some(range => typeof range !== 'string')) {
    const problem: Problem = {
      severity: 'error',
      rule: 'package-shape',
      message: '"dependencies" must map names of packages to version ranges',
      file,
      ...placeOf(json.text, node.offset),
    }
    return { dependencies: {}, problems: [problem] }
  }
  const { [SHIPPED]: _, ...dependencies } = value as Dependencies
  return { dependencies, problems: [] }
}
