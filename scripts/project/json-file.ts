import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import type { Problem } from './problem'
import { placeOf } from './text-place'

const BOM = '\uFEFF'

/** A JSON text with the places of its values, or what is wrong with it. */
export type ParsedJson = { root: Node; text: string } | { problem: Problem }

/**
 * Reads strict JSON (no comments, no trailing commas: DevTools' uploader takes neither for granted) and keeps the
 * place of every value.
 *
 * @param file path from the root of the project, for the problem
 */
export function parseJson(text: string, file: string): ParsedJson {
  const body = text.startsWith(BOM) ? ` ${text.slice(1)}` : text
  const errors: ParseError[] = []
  const root = parseTree(body, errors, { disallowComments: true, allowTrailingComma: false })
  const first = errors[0]
  if (root && !first) return { root, text: body }
  const reason = first ? words(printParseErrorCode(first.error)) : 'the file is empty'
  return {
    problem: {
      severity: 'error',
      rule: 'json-broken',
      message: `not valid JSON: ${reason}`,
      file,
      ...placeOf(body, first?.offset ?? 0),
    },
  }
}

/** `CloseBraceExpected` -> `close brace expected` */
function words(code: string): string {
  return code.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase()
}
