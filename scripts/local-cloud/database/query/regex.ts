import { createContext, Script } from 'node:vm'
import { requestFailed } from '../database-error'

/** Tells whether a text fits. */
export interface Pattern {
  test(text: string): boolean
}

/** For one text; what the platform allows is undocumented. */
const LIMIT_MS = 1_000

/** Only an expression that repeats a group can try so many ways that it does not end. */
const REPEATS_GROUP = /\)[*+{]/

/**
 * A regular expression of the query language (PCRE): options i, m, s, x and a leading `(?i)`. One that backtracks
 * without end is ended after a second, for it would keep the local cloud from answering anybody.
 */
export function toPattern(source: string, options = ''): Pattern {
  const regex = toRegExp(source, options)
  return REPEATS_GROUP.test(source) ? withTimeLimit(regex) : regex
}

const TEST = new Script('regex.test(text)')

function withTimeLimit(regex: RegExp): Pattern {
  const globals = createContext({ regex, text: '' })
  return {
    test(text) {
      globals.text = text
      try {
        return TEST.runInContext(globals, { timeout: LIMIT_MS }) === true
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error
        throw requestFailed(
          `the local cloud ended the regular expression /${regex.source}/ after ${LIMIT_MS / 1000} s on one text: it tries too many ways to match`,
        )
      }
    },
  }
}

function toRegExp(pattern: string, options: string): RegExp {
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
