import { requestFailed } from '../database-error'

/**
 * The JavaScript form of a regular expression of the query language (PCRE): options i, m, s, x and a leading `(?i)`.
 * It runs unbounded, as the platform's does: an expression that backtracks without end blocks the local cloud.
 */
export function toRegExp(pattern: string, options = ''): RegExp {
  const leading = /^\(\?([imsx]+)\)/.exec(pattern)
  const flags = new Set(`${options}${leading?.[1] ?? ''}`)
  let source = leading ? pattern.slice(leading[0].length) : pattern
  if (flags.has('x')) source = withoutComments(source)
  const plain = [...flags].filter(flag => 'ims'.includes(flag)).join('')
  try {
    return new RegExp(source, `${plain}u`)
  } catch {
    // PCRE allows escapes that `u` forbids (`\-`, `\_`): without `u` they are literal, too
  }
  try {
    return new RegExp(source, plain)
  } catch (error) {
    throw requestFailed(`Regular expression is invalid: ${(error as Error).message}`, { cause: error })
  }
}

/** The option x: blanks and `# comments` outside of a character class do not count. */
function withoutComments(source: string): string {
  return source.replace(/\\[\s\S]|\[(?:\\[\s\S]|[^\]\\])*\]|\s+|#.*/g, part =>
    /^[\s#]/.test(part) ? '' : part,
  )
}
