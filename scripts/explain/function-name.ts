/** Words that stand where a name can stand. */
const NOT_NAMES = /^(?:start|end|report|event|init|invoke|shared|typings|node_modules|index)$/i

const NAME = '([A-Za-z][\\w-]{1,59})'
const PATTERNS: readonly RegExp[] = [
  new RegExp(`\\bfunction[_ ]?name["'\\\\]*\\s*[:=：]\\s*["'\`\\\\]*${NAME}`, 'i'),
  new RegExp(`\\bcallFunction\\(\\s*\\{?\\s*(?:name\\s*:\\s*)?["'\`]${NAME}["'\`]`),
  // dist/cloudfunctions/ comes into stacks on this machine; the SDK may have been loaded for another function
  new RegExp(`\\bcloudfunctions[/\\\\]+${NAME}[/\\\\](?!wx-server-sdk)`),
  new RegExp(`(?:\\bfunction|云函数)\\s*["'\`“「『]${NAME}["'\`”」』]`, 'i'),
]
/** Many things have a name; it counts only if a function has it. */
const ANY_NAME = new RegExp(`\\bname["'\\\\]*\\s*:\\s*["'\`\\\\]+${NAME}`)

/**
 * The cloud function that a text speaks of, if it names one.
 *
 * @param known the functions of the project, if there is one
 */
export function functionNamedIn(text: string, known: readonly string[] = []): string | undefined {
  const named = PATTERNS.flatMap(pattern => pattern.exec(text)?.[1] ?? []).filter(
    name => !NOT_NAMES.test(name),
  )
  const other = ANY_NAME.exec(text)?.[1] ?? ''
  return named.find(name => known.includes(name)) ?? named[0] ?? (known.includes(other) ? other : undefined)
}
