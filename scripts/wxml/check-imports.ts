import type { EcmaScriptModule } from 'oxc-parser'
import type { MiniProgramFiles } from '../project/mini-program'
import type { Problem } from '../project/problem'
import { findModule } from '../project/references'
import { problemAt, type Source } from './source'

/** What a script asks for when it runs. */
interface Request {
  reference: string
  start: number
}

/**
 * The modules that a script loads from where DevTools takes nothing: from outside `miniprogram/`, or from a package that
 * was installed and not built. Either is found out by `module ... is not defined` on the phone only; the type checker
 * sees files that the phone does not have.
 *
 * @param aliases `resolveAlias` of `app.json`
 */
export function checkImports(
  source: Source,
  files: MiniProgramFiles,
  aliases: Readonly<Record<string, string>>,
): Problem[] {
  return requestsOf(source).flatMap(({ reference, start }) => {
    const found = findModule(path => files.has(path), aliases, source.path, reference)
    return found && 'problem' in found ? [problemAt(source, start, found.problem)] : []
  })
}

function requestsOf({ path, text }: Source): Request[] {
  const { parseSync, Visitor } = require('oxc-parser') as typeof import('oxc-parser')
  const parsed = parseSync(path, text)
  const requests = ofModule(parsed.module)
  // the tree is made when it is asked for, and most scripts can do without
  if (!/\brequire\s*\(/.test(text)) return requests
  new Visitor({
    CallExpression({ callee, arguments: [argument] }) {
      if (callee.type !== 'Identifier' || callee.name !== 'require') return
      if (argument?.type === 'Literal' && typeof argument.value === 'string')
        requests.push({ reference: argument.value, start: argument.start + 1 })
    },
  }).visit(parsed.program)
  return requests
}

/** Without those of types, which are gone when the script runs. */
function ofModule({ staticImports, staticExports }: EcmaScriptModule): Request[] {
  const imports = staticImports
    .filter(({ entries }) => entries.length === 0 || entries.some(({ isType }) => !isType))
    .map(({ moduleRequest }) => moduleRequest)
  const exports = staticExports.flatMap(({ entries }) =>
    entries.filter(({ isType }) => !isType).map(({ moduleRequest }) => moduleRequest),
  )
  const found = [...imports, ...exports].flatMap(request => (request ? [request] : []))
  const requests = found.map(({ value, start }) => ({ reference: value, start: start + 1 }))
  return [...new Map(requests.map(request => [request.start, request])).values()]
}
