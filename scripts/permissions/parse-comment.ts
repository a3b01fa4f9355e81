/** What a comment tells the permission check, apart from where it stands. */
export interface CommentContent {
  /** `openapi-calls: a.b, c.d` or `openapi-withheld: a.b -- reason` */
  kind: 'calls' | 'withheld'
  names: readonly string[]
  /** What follows `--`. */
  reason: string
  /** What is wrong with the comment; undefined if it can be understood. */
  mistake: string | undefined
}

const HEAD = /^openapi-(calls|withheld)[ \t]*:/
const NAME = /^[A-Za-z_$][\w$]*(\.[A-Za-z_$][\w$]*)+$/
/** In the place of a list: whatever happens there, no openapi is called. */
const NONE = 'none'

/** Cheap question before the dear one: whether a text may hold a comment for the permission check. */
export function mayHoldDirectives(text: string): boolean {
  return text.includes('openapi-calls') || text.includes('openapi-withheld')
}

/**
 * Reads the text of a comment, without its `//` or its stars at both ends. Each line that begins with
 * `openapi-calls:` or `openapi-withheld:` is one; a list that ends with a comma goes on in the next line.
 */
export function parseComment(text: string): CommentContent[] {
  const lines = text.split('\n').map(line => line.replace(/^[\s*]+/, '').trimEnd())
  return lines.flatMap((line, index) => {
    const kind = HEAD.exec(line)?.[1]
    if (kind !== 'calls' && kind !== 'withheld') return []
    let rest = line.replace(HEAD, '').trim()
    for (let next = index + 1; rest.endsWith(',') && lines[next]; next++) rest += ` ${lines[next]}`
    return parseList(kind, rest)
  })
}

function parseList(kind: CommentContent['kind'], text: string): CommentContent {
  const [, list = '', reason = ''] = /^(.*?)(?:\s*--\s*(.*))?$/.exec(text) ?? []
  if (kind === 'calls' && list === NONE) return { kind, names: [], reason, mistake: undefined }
  const names = list.split(',').map(name => name.trim())
  return { kind, names, reason, mistake: mistakeIn(kind, names, reason) }
}

function mistakeIn(
  kind: CommentContent['kind'],
  names: readonly string[],
  reason: string,
): string | undefined {
  if (names.length === 1 && names[0] === '') return 'it lists no name'
  const wrong = names.find(name => !NAME.test(name))
  if (wrong === '') return 'a name is missing before or after a comma'
  if (wrong !== undefined) return `"${wrong}" is not a name`
  return kind === 'withheld' && reason === '' ? 'it gives no reason' : undefined
}
