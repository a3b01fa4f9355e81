import type { EcmaScriptModule } from 'oxc-parser'
import {
  applyAlias,
  findPackageScript,
  isBare,
  type MiniProgramFiles,
  NPM_DIR,
  resolveReference,
} from '../project/mini-program'
import type { Problem } from '../project/problem'
import { type Finding, problemAt, type Source } from './source'

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
    const finding = checkRequest(reference, source.path, files, aliases)
    return finding ? [problemAt(source, start, finding)] : []
  })
}

function checkRequest(
  reference: string,
  from: string,
  files: MiniProgramFiles,
  aliases: Readonly<Record<string, string>>,
): Finding | undefined {
  if (applyAlias(aliases, reference) !== undefined) return undefined
  if (!isBare(reference)) {
    if (!resolveReference(from, reference).startsWith('..')) return undefined
    return {
      rule: 'import-outside',
      message: `${reference} is outside of miniprogram/: DevTools packs nothing from there`,
      mend: 'import types only (import type), or move the file into miniprogram/',
    }
  }
  if (findPackageScript(path => files.has(path), from, reference) !== undefined) return undefined
  // a path without a dot at its front may also lead to a file beside this one
  const beside = resolveReference(from, reference)
  if (['', '.js', '.ts', '/index.js', '/index.ts'].some(ending => files.has(beside + ending)))
    return undefined
  return {
    rule: 'package-not-built',
    message: `there is no package "${reference}" in ${NPM_DIR}/, where the mini program looks for it`,
    mend: 'install it in miniprogram/ (it needs a package.json there), then in DevTools: Tools > Build npm',
  }
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
